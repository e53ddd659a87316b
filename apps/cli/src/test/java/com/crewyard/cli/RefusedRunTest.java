package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.testing.CrewyardProcess;
import com.crewyard.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real command, in a process of its own, does not start with: one sentence each. */
class RefusedRunTest {

    private static final List<String> COMMAND = CrewyardProcess.onThisClassPath(Crewyard.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path data = Path.of("");

    @Test
    void refusesAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                CrewyardProcess crewyard = CrewyardProcess.run(COMMAND, data, taken.getLocalPort(), Map.of())) {
            assertRefused(crewyard, "Port %d is in use by another program".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void refusesDataOfAnotherPostgres() throws IOException {
        Files.writeString(Files.createDirectories(data.resolve("postgresql")).resolve("PG_VERSION"), "15\n");
        assertRefused(data, Map.of(), "was made by PostgreSQL 15");
    }

    @Test
    void refusesADirectoryItCannotWrite() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        assertRefused(file.resolve("data"), Map.of(), "cannot be created");
    }

    @Test
    void refusesAFullDisk() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "a small disk is made with mount, as root");
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", data.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "nothing may be mounted here");
        try {
            assertRefused(data, Map.of(), "MB free and the database needs at least");
        } finally {
            new ProcessBuilder("umount", data.toString()).start().waitFor();
        }
    }

    @Test
    void refusesAnUnreachableDatabase() {
        assertRefused(
                data,
                Map.of("DATABASE_URL", "postgresql://someone:secret-word@127.0.0.1:1/crewyard"),
                "The database at postgresql://someone@127.0.0.1:1/crewyard cannot be used");
    }

    @Test
    void refusesAWrongDatabasePassword() {
        DatabaseUrl url = TestDatabase.empty();
        String text = "postgresql://%s:secret-word@%s:%d/%s"
                .formatted(url.user().orElseThrow(), url.host(), url.port(), url.database());
        assertRefused(data, Map.of("SQLALCHEMY_DATABASE_URI", text), "password authentication failed");
    }

    @Test
    void refusesUnfitProductionSettingsAllAtOnce() {
        assertRefused(data, Map.of("CREWYARD_ENV", "production"), "SECRET_KEY");
    }

    @Test
    void refusesAnUnknownOption() {
        try (CrewyardProcess crewyard = CrewyardProcess.run(COMMAND, data, Map.of(), "--prot")) {
            assertRefused(crewyard, 2, "Unknown option: '--prot'; see ./crewyard help run.");
        }
    }

    private static void assertRefused(Path data, Map<String, String> environment, String... parts) {
        try (CrewyardProcess crewyard = CrewyardProcess.run(COMMAND, data, environment)) {
            assertRefused(crewyard, parts);
        }
    }

    static void assertRefused(CrewyardProcess crewyard, String... parts) {
        assertRefused(crewyard, 1, parts);
    }

    private static void assertRefused(CrewyardProcess crewyard, int code, String... parts) {
        CrewyardProcess.End end = crewyard.awaitEnd(PATIENCE);
        assertThat(end.exitCode()).isEqualTo(code);
        List<String> sentences = end.printed().stream()
                .filter(line -> !line.startsWith("{") && !line.contains("WARNING:"))
                .toList();
        assertThat(sentences).as("one sentence").hasSize(1);
        assertThat(sentences.getFirst()).contains(parts).endsWith(".").doesNotContain("secret-word", "Exception");
        assertThat(Stream.of(String.join("\n", end.printed()))).noneMatch(text -> text.contains("\tat "));
    }
}
