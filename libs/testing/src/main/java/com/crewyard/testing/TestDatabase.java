package com.crewyard.testing;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Databases for tests: one PostgreSQL server in this JVM, on a temporary directory, and in it as many databases as are
 * asked for. A database that needs preparing (migrations, data) is copied from a template, which takes a tenth of a
 * second. The server does not wait for the disk: whoever tests durability starts an {@link EmbeddedDatabase} instead.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Set<String> TEMPLATES = new HashSet<>();

    private static @Nullable DatabaseUrl server;

    private TestDatabase() {}

    /** A database of one's own without anything in it. */
    public static DatabaseUrl empty() {
        return copyOf("template1");
    }

    /**
     * A database of one's own, prepared.
     *
     * @param template names the preparation: the first caller's is done, later callers get a copy of its result
     * @param prepare must close its connections
     */
    public static synchronized DatabaseUrl prepared(String template, Consumer<DatabaseUrl> prepare) {
        String name = "template_" + template;
        if (!TEMPLATES.contains(name)) {
            execute("create database %s".formatted(name));
            prepare.accept(named(name));
            TEMPLATES.add(name);
        }
        return copyOf(name);
    }

    /** The form that settings and environment variables take, with the password. */
    public static String text(DatabaseUrl url) {
        return "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
                .formatted(
                        url.user().orElseThrow(), url.password().orElseThrow(), url.host(), url.port(), url.database());
    }

    private static synchronized DatabaseUrl copyOf(String template) {
        String name = "test_" + COUNTER.incrementAndGet();
        execute("create database %s template %s strategy file_copy".formatted(name, template));
        return named(name);
    }

    private static DatabaseUrl named(String database) {
        DatabaseUrl url = server();
        return new DatabaseUrl(url.host(), url.port(), database, url.user(), url.password(), url.parameters());
    }

    private static synchronized DatabaseUrl server() {
        if (server == null) {
            Path directory = temporaryDirectory();
            EmbeddedDatabase embedded = EmbeddedDatabase.start(directory, _ -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                embedded.close();
                delete(directory);
            }));
            server = embedded.url();
            execute("alter system set fsync = off");
            execute("alter system set synchronous_commit = off");
            execute("alter system set full_page_writes = off");
            execute("select pg_reload_conf()");
        }
        return server;
    }

    @SuppressWarnings("SqlSourceToSinkFlow") // names are made here
    private static void execute(String sql) {
        DatabaseUrl url = server();
        try (Connection connection = DriverManager.getConnection(
                        url.jdbcUrl(), url.user().orElseThrow(), url.password().orElseThrow());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("%s failed".formatted(sql), e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("crewyard-postgresql-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
