package com.crewyard.recruiting.platform;

import com.crewyard.postgres.DatabaseAccess;
import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.postgres.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's database: started when it is embedded, migrated, and pooled. */
public final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    private final Optional<EmbeddedDatabase> embedded;
    private final DatabaseAccess access;
    private final HikariDataSource pool;

    private Database(Optional<EmbeddedDatabase> embedded, DatabaseAccess access, HikariDataSource pool) {
        this.embedded = embedded;
        this.access = access;
        this.pool = pool;
    }

    /** @throws com.crewyard.postgres.DatabaseException in one sentence when it cannot be used */
    static Database open(Settings settings, int poolSize, Consumer<String> progress) {
        if (settings.databaseUrl().startsWith("sqlite:")) {
            log.info("The database URL asks for SQLite, which means development: using the embedded PostgreSQL");
        }
        Optional<EmbeddedDatabase> embedded = DatabaseUrl.isDevelopment(settings.databaseUrl())
                ? Optional.of(EmbeddedDatabase.start(settings.data(), progress))
                : Optional.empty();
        try {
            DatabaseUrl url =
                    embedded.map(EmbeddedDatabase::url).orElseGet(() -> DatabaseUrl.parse(settings.databaseUrl()));
            DatabaseAccess access = DatabaseAccess.open(url);
            migrate(url, progress);
            return new Database(embedded, access, access.pool(poolSize));
        } catch (RuntimeException e) {
            embedded.ifPresent(EmbeddedDatabase::close);
            throw e;
        }
    }

    public DatabaseAccess access() {
        return access;
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }

    private static void migrate(DatabaseUrl url, Consumer<String> progress) {
        progress.accept("Migrating the database");
        Migrations.run(url, Migrations.Half.EXPAND, Optional.empty());
    }
}
