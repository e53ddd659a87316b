package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.demo.DemoLogin;
import com.crewyard.testing.CrewyardProcess;
import com.crewyard.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command, in a process of its own. */
class RunTest {

    private static final List<String> COMMAND = CrewyardProcess.onThisClassPath(Crewyard.class.getName());

    @TempDir
    private Path data = Path.of("");

    @Test
    void servesAndLogsJsonAndStopsOnInterruptAndTakesItsDatabaseAlong() throws IOException {
        try (CrewyardProcess crewyard = run(data, Map.of()).awaitReady().awaitPrinted("Crewyard is ready")) {
            CrewyardProcess.End end = crewyard.interrupt();
            assertThat(end.exitCode()).isEqualTo(130);
            assertThat(String.join("\n", end.printed()))
                    .contains("Crewyard is ready")
                    .doesNotContain("\tat ");
            assertThat(end.printed()).allMatch(line -> line.startsWith("{\"@timestamp\""), "one JSON object a line");
        }
        assertThat(data.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void startsAfterAKillAndRefusesASecondOnTheSameData() throws IOException {
        try (CrewyardProcess killed = run(data, Map.of()).awaitReady()) {
            killed.killHard();
        }
        assertThat(data.resolve("postgresql/postmaster.pid"))
                .as("the orphaned database")
                .exists();
        try (CrewyardProcess again = run(data, Map.of()).awaitReady();
                CrewyardProcess second = run(data, Map.of())) {
            RefusedRunTest.assertRefused(second, "The data directory " + data + " is in use by another Crewyard");
            assertThat(again.port()).isPositive();
        }
    }

    @Test
    void servesFromADatabaseServerAndSplitsRoles() throws IOException, InterruptedException {
        Map<String, String> server = Map.of("DATABASE_URL", TestDatabase.text(TestDatabase.empty()));
        try (CrewyardProcess worker = CrewyardProcess.run(COMMAND, data, server, "--role", "worker")
                        .awaitReady();
                CrewyardProcess api = CrewyardProcess.run(COMMAND, data, server, "--role", "api")
                        .awaitReady()) {
            assertThat(status(api.uri("/api/v1/users/me"))).isEqualTo(401);
            assertThat(status(worker.uri("/api/v1/users/me"))).isEqualTo(404);
            assertThat(data.resolve("postgresql")).doesNotExist();
        }
    }

    @Test
    void startsInProductionWithoutTheDemonstrationAndLogsReadablyOnATerminal() {
        Map<String, String> production = Map.of(
                "CREWYARD_ENV", "production", "SECRET_KEY", "kT3v9QmZ1xLw7RbN5cYp2HsDf8JgVa4u", "CREWYARD_LOG", "text");
        try (CrewyardProcess crewyard =
                CrewyardProcess.run(COMMAND, data, production).awaitReady().awaitPrinted("is ready after")) {
            assertThat(String.join("\n", crewyard.interrupt().printed()))
                    .doesNotContain(DemoLogin.PASSWORD)
                    .contains("http://localhost:" + crewyard.port())
                    .contains("is ready after")
                    .doesNotContain("{\"@timestamp\"")
                    .doesNotContain("springframework");
        }
    }

    private static CrewyardProcess run(Path data, Map<String, String> environment) {
        return CrewyardProcess.run(COMMAND, data, environment, "--no-demo");
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
