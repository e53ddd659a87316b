package com.crewyard.recruiting;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application context at a migrated database and a data directory that nobody else has. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The recruiting application's schema and nothing in it; for tests of stores without the application. */
    public static DatabaseUrl migrated() {
        return TestDatabase.prepared("recruiting", FreshDatabase::migrate);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "crewyard.database-url=" + TestDatabase.text(migrated()), "crewyard.data=" + dataDirectory())
                .applyTo(context);
    }

    /** As the application itself does it. */
    private static void migrate(DatabaseUrl url) {
        Flyway.configure()
                .dataSource(
                        url.jdbcUrl(), url.user().orElseThrow(), url.password().orElseThrow())
                .schemas("flyway")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static Path dataDirectory() {
        try {
            return Files.createTempDirectory("crewyard-data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
