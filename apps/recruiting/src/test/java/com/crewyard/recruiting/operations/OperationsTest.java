package com.crewyard.recruiting.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.ApplicationFixture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"crewyard.metrics-token=scrape-me", "crewyard.request-limits=true"})
class OperationsTest extends ApplicationFixture {

    @Test
    void isReadyWithDatabaseDiskAndMigrations() {
        Answer answer = get("/actuator/health/readiness");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(tree(answer).path("components").propertyNames())
                .containsExactlyInAnyOrder("db", "disk", "migrations", "readinessState");
        assertThat(answer.text()).doesNotContain("usable").doesNotContain("validationQuery");
    }

    @Test
    void isAliveWhateverTheDatabaseDoes() {
        Answer answer = get("/actuator/health/liveness");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(tree(answer).path("components").propertyNames()).containsExactly("livenessState");
    }

    @Test
    void tellsMetricsToWhoeverHasTheToken() {
        assertThat(get("/actuator/prometheus").status()).isEqualTo(401);
        call("GET", "/api/v1/jobs", "");
        Answer answer = send(HttpRequest.newBuilder(URI.create(address("/actuator/prometheus")))
                .header("Authorization", "Bearer scrape-me")
                .build());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "crewyard_work_waiting",
                        "crewyard_live_connections",
                        "crewyard_happenings_total{type=\"organization.registered\"}",
                        "http_server_requests_seconds_bucket",
                        "jvm_memory_used_bytes");
    }

    @Test
    void showsNothingElseOfTheManagementEndpoints() {
        for (String endpoint : List.of("env", "beans", "configprops", "heapdump", "loggers", "metrics", "threaddump")) {
            assertThat(get("/actuator/" + endpoint).status()).as(endpoint).isEqualTo(404);
        }
    }

    @Test
    void limitsRegistrationsFromOneAddressAndSaysWhenToTryAgain() {
        List<Answer> answers = IntStream.range(0, 120)
                .mapToObj(_ -> send(HttpRequest.newBuilder(URI.create(address("/api/v1/auth/register")))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", "203.0.113.5")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build()))
                .toList();
        assertThat(answers.getFirst().status()).isEqualTo(422);
        assertThat(answers.getLast().status()).isEqualTo(429);
        assertThat(answers.getLast().header("Retry-After")).isEqualTo("1");
        assertThat(answers.getLast().header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void doesNotLimitReadingByWhoeverIsSignedIn() {
        assertThat(IntStream.range(0, 1_500).mapToObj(_ -> call("GET", "/api/v1/users/me", "")))
                .allMatch(answer -> answer.status() == 200);
    }

    private Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path))).build());
    }
}
