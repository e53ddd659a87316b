package com.crewyard.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.testing.CrewyardProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whatever happens to the process. */
class DurabilityTest {

    private static final int KILLS = 3;
    private static final int ACKNOWLEDGED_BEFORE_EACH_KILL = 8;
    private static final int WRITERS = 2;

    @TempDir
    private Path data = Path.of("");

    private final Submissions submissions = new Submissions();

    @Test
    void everythingAcknowledgedOutlivesEveryKill() throws IOException, InterruptedException, ExecutionException {
        for (int kill = 0; kill < KILLS; kill++) {
            try (CrewyardProcess crewyard = start();
                    ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> writing = java.util.stream.Stream.generate(
                                () -> (Runnable) () -> submissions.writeUntilRefused(crewyard))
                        .limit(WRITERS)
                        .<Future<?>>map(writers::submit)
                        .toList();
                submissions.awaitMore(ACKNOWLEDGED_BEFORE_EACH_KILL);
                crewyard.killHard();
                for (Future<?> writer : writing) {
                    writer.get();
                }
            }
        }
        try (CrewyardProcess crewyard = start()) {
            assertThat(submissions.acknowledged()).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED_BEFORE_EACH_KILL);
            assertThat(submissions.missingFrom(crewyard)).isEmpty();
        }
    }

    private CrewyardProcess start() {
        return CrewyardProcess.run(Script.command(), data, Map.of("CREWYARD_REQUESTLIMITS", "false"), "--no-demo")
                .awaitReady();
    }

    /** What is written while the process dies: registrations, which a log-in finds again. */
    private static final class Submissions {

        private static final String PASSWORD = "a+long+password";

        private final HttpClient http = HttpClient.newHttpClient();
        private final AtomicInteger counter = new AtomicInteger();
        private final ConcurrentLinkedQueue<Integer> acknowledged = new ConcurrentLinkedQueue<>();

        List<Integer> acknowledged() {
            return List.copyOf(acknowledged);
        }

        void writeUntilRefused(CrewyardProcess crewyard) {
            while (true) {
                int number = counter.incrementAndGet();
                try {
                    if (post(crewyard, "/api/v1/auth/register", "application/json", """
                            {"email": "person-%d@example.com", "password": "a long password", "org_name": "Org %d"}""".formatted(number, number))
                                    .statusCode()
                            == 200) {
                        acknowledged.add(number);
                    }
                } catch (IOException e) {
                    return;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        void awaitMore(int count) {
            int before = acknowledged.size();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> acknowledged.size() >= before + count);
        }

        List<Integer> missingFrom(CrewyardProcess crewyard) throws IOException, InterruptedException {
            List<Integer> missing = new java.util.ArrayList<>();
            for (int number : acknowledged) {
                HttpResponse<String> answer = post(
                        crewyard,
                        "/api/v1/auth/login",
                        "application/x-www-form-urlencoded",
                        "username=person-%d%%40example.com&password=%s".formatted(number, PASSWORD));
                if (answer.statusCode() != 200) {
                    missing.add(number);
                }
            }
            return missing;
        }

        private HttpResponse<String> post(CrewyardProcess crewyard, String path, String type, String body)
                throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(crewyard.uri(path))
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
