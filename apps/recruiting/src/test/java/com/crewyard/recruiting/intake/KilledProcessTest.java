package com.crewyard.recruiting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.recruiting.RecruitingApplication;
import com.crewyard.testing.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as a process of its own, ended in the middle of its work. */
class KilledProcessTest {

    private static final int KILLS = 5;
    private static final int APPLICATIONS = 100;
    private static final String CANARY = "xylophonist-of-Kirkwall";
    private static final String PASSWORD = "correct horse battery";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger counter = new AtomicInteger();
    /** SHA-256 of the resume by reference, of every application that was answered with success. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path directory = Path.of("");

    private @Nullable Process process;
    private int port;
    private String token = "";
    private long job;

    @AfterEach
    void end() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void losesNoAcknowledgedApplicationToFiveKills() throws Exception {
        start();
        register();
        for (int kill = 1; kill <= KILLS; kill++) {
            applyUntil(kill * APPLICATIONS / KILLS, this::kill);
            start();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(APPLICATIONS);
        assertThat(storedReferences()).containsAll(acknowledged.keySet());
        assertThat(storedFiles()).containsAll(acknowledged.values());
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> resumesToRead().isEmpty());
        assertThat(String.join("\n", logs()))
                .doesNotContain(CANARY)
                .doesNotContain(PASSWORD)
                .doesNotContain(token)
                .doesNotContain(secrets);
    }

    @Test
    void stopsWithinThirtySecondsAndFinishesWhatItHasBegun() throws Exception {
        start();
        register();
        applyUntil(20, this::terminate);
        start();
        assertThat(storedReferences()).containsAll(acknowledged.keySet());
    }

    /** Several people apply at once, until enough are acknowledged; then the process is ended under the others. */
    private void applyUntil(int total, Runnable end) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 6; person++) {
                people.submit(() -> {
                    while (!ended.get()) {
                        apply();
                    }
                });
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= total);
            end.run();
            ended.set(true);
        }
    }

    private void apply() {
        int number = counter.incrementAndGet();
        byte[] resume = "Applicant %d\napplicant%d@example.com\nBaker, %s\n"
                .formatted(number, number, CANARY)
                .getBytes(StandardCharsets.UTF_8);
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(uri("/careers/durable/jobs/%d/apply".formatted(job)))
                            .timeout(Duration.ofSeconds(20))
                            .header("Accept", "application/json")
                            .header("Content-Type", "multipart/form-data; boundary=boundary")
                            .POST(BodyPublishers.ofByteArray(form(number, resume)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                JsonNode body = json.readTree(answer.body());
                acknowledged.put(body.get("reference").asString(), sha256(resume));
                secrets.add(body.get("status_path").asString().replaceAll(".*/", ""));
            } else if (answer.statusCode() < 500) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException _) {
            // The process is gone; nothing was acknowledged.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] form(int number, byte[] resume) {
        String fields = Map.of(
                        "name", "Applicant " + number,
                        "email", "applicant%d@example.com".formatted(number),
                        "cover_letter", "I am the " + CANARY)
                .entrySet()
                .stream()
                .map(field -> "--boundary\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        return (fields
                        + "--boundary\r\nContent-Disposition: form-data; name=\"resume\"; filename=\"resume.txt\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n"
                        + new String(resume, StandardCharsets.UTF_8)
                        + "\r\n--boundary--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Set<String> storedReferences() throws SQLException, IOException {
        return query("select reference from pipeline.application");
    }

    /** What lies whole in the file store, of the resumes that applications speak of. */
    private Set<String> storedFiles() throws SQLException, IOException {
        Set<String> named = query("""
                select resume.sha256 from pipeline.application join candidates.resume on resume.id = resume_id""");
        try (Stream<Path> files = Files.walk(directory.resolve("data/files"))) {
            return files.filter(Files::isRegularFile)
                    .map(KilledProcessTest::digestOf)
                    .filter(named::contains)
                    .collect(Collectors.toSet());
        }
    }

    private Set<String> resumesToRead() throws SQLException, IOException {
        return query("""
                select task_instance from platform.scheduled_tasks where task_name = 'intake.read_resume'""");
    }

    /** Asks the embedded database itself, as its owner. */
    private Set<String> query(String sql) throws SQLException, IOException {
        Path data = directory.resolve("data");
        String port =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
        Set<String> found = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%s/postgres?sslmode=disable".formatted(port),
                        "crewyard_owner",
                        Files.readString(data.resolve("postgresql.password")).strip());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void register() throws IOException, InterruptedException {
        post("/api/v1/auth/register", "application/json", """
                {"email": "owner@example.com", "password": "%s", "org_name": "Durable"}""".formatted(PASSWORD));
        token = post(
                        "/api/v1/auth/login",
                        "application/x-www-form-urlencoded",
                        "username=owner%40example.com&password=" + PASSWORD.replace(' ', '+'))
                .get("access_token")
                .asString();
        job = post("/api/v1/jobs", "application/json", "{\"title\": \"Baker\", \"is_public\": true}")
                .get("id")
                .asLong();
    }

    private JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return json.readTree(answer.body());
    }

    private void start() throws IOException {
        port = FreePort.next();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        applicationClassPath(),
                        RecruitingApplication.class.getName(),
                        "--server.port=" + port,
                        "--crewyard.demo=false",
                        "--crewyard.data=" + directory.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        await().atMost(Duration.ofMinutes(2)).until(this::answers);
    }

    private boolean answers() {
        if (!running().isAlive()) {
            String log = text(log());
            throw new AssertionError(log.substring(Math.max(0, log.length() - 4_000)));
        }
        try {
            return http.send(HttpRequest.newBuilder(uri("/healthz")).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does. */
    private void kill() {
        end(running().destroyForcibly());
    }

    /** As a service manager stops a process. */
    private void terminate() {
        long start = System.nanoTime();
        running().destroy();
        end(running());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    private static void end(Process process) {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        return Optional.ofNullable(process).orElseThrow();
    }

    private Path log() {
        return directory.resolve("process-%d.log".formatted(port));
    }

    private List<String> logs() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(KilledProcessTest::text)
                    .toList();
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Without the tests, whose configurations are not the application's. */
    private static String applicationClassPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digestOf(Path file) {
        try {
            return sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
