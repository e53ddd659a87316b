package com.crewyard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.testing.CrewyardProcess;
import com.crewyard.testing.FreePort;
import com.crewyard.testing.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PgBouncer in transaction mode in front of the database: two connections for everybody. */
class PoolerTest {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final int ROUNDS = 100;

    @TempDir
    private Path directory = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void organizationsSeeOnlyTheirOwnHoweverConnectionsAreShared()
            throws IOException, InterruptedException, ExecutionException {
        Optional<Path> pgbouncer = Stream.concat(
                        Stream.ofNullable(System.getenv("CREWYARD_PGBOUNCER")),
                        Stream.of("/usr/sbin/pgbouncer", "/opt/homebrew/bin/pgbouncer"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(
                pgbouncer.isPresent(),
                "PgBouncer is not installed: apt-get install pgbouncer, or set CREWYARD_PGBOUNCER to its program");
        DatabaseUrl database = TestDatabase.empty();
        int port = FreePort.next();
        Process pooler = start(pgbouncer.orElseThrow(), database, port);
        String url = "postgresql://crewyard@127.0.0.1:%d/%s?sslmode=disable&pooler=transaction"
                .formatted(port, database.database());
        try (CrewyardProcess crewyard = CrewyardProcess.run(
                        Script.command(),
                        directory.resolve("data"),
                        Map.of("DATABASE_URL", url, "CREWYARD_REQUESTLIMITS", "false"),
                        "--no-demo")
                .awaitReady()) {
            String figs = register(crewyard, "fig");
            String plums = register(crewyard, "plum");
            post(crewyard, figs, "/api/v1/jobs", "{\"title\": \"Fig picker\"}");
            post(crewyard, plums, "/api/v1/jobs", "{\"title\": \"Plum picker\"}");

            try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
                List<Future<?>> reading = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    reading.add(readers.submit(() -> assertThat(jobs(crewyard, figs))
                            .contains("Fig picker")
                            .doesNotContain("Plum")));
                    reading.add(readers.submit(() -> assertThat(jobs(crewyard, plums))
                            .contains("Plum picker")
                            .doesNotContain("Fig")));
                }
                for (Future<?> one : reading) {
                    one.get();
                }
            }
        } finally {
            pooler.destroy();
            pooler.waitFor();
        }
    }

    private Process start(Path pgbouncer, DatabaseUrl database, int port) throws IOException {
        Path settings = directory.resolve("pgbouncer.ini");
        Files.writeString(settings, """
                [databases]
                * = host=%s port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 2
                max_client_conn = 200
                """.formatted(
                        database.host(),
                        database.port(),
                        database.user().orElseThrow(),
                        database.password().orElseThrow(),
                        port));
        List<String> command = new ArrayList<>(List.of(pgbouncer.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to serve as root, and the user it becomes has to read its settings.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> listens(port));
        return process;
    }

    private String register(CrewyardProcess crewyard, String name) throws IOException, InterruptedException {
        post(crewyard, "", "/api/v1/auth/register", """
                {"email": "%1$s@example.com", "password": "a long password", "org_name": "%1$s"}""".formatted(name));
        HttpRequest.Builder logIn = HttpRequest.newBuilder(crewyard.uri("/api/v1/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s%%40example.com&password=a+long+password".formatted(name)));
        Matcher token = TOKEN.matcher(send(logIn));
        assertThat(token.find()).isTrue();
        return String.valueOf(token.group(1));
    }

    private String jobs(CrewyardProcess crewyard, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(crewyard.uri("/api/v1/jobs")).header("Authorization", "Bearer " + token));
    }

    private void post(CrewyardProcess crewyard, String token, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(crewyard.uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        send(request);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static boolean listens(int port) {
        try (Socket _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
