package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.testing.CrewyardProcess;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces and metrics on the wire: OTLP over HTTP, in protocol buffers. */
class TelemetryTest {

    @TempDir
    private Path data = Path.of("");

    private final Map<String, String> received = new ConcurrentHashMap<>();
    private final HttpServer collector;

    TelemetryTest() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void collect() {
        collector.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            received.merge(exchange.getRequestURI().getPath(), body, String::concat);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void reachesTheCollectorThatIsConfigured() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort(),
                "MANAGEMENT_TRACING_SAMPLING_PROBABILITY",
                "1");
        try (CrewyardProcess crewyard = CrewyardProcess.run(
                        CrewyardProcess.onThisClassPath(Crewyard.class.getName()), data, environment, "--no-demo")
                .awaitReady()) {
            try (HttpClient http = HttpClient.newHttpClient()) {
                http.send(HttpRequest.newBuilder(crewyard.uri("/login")).build(), BodyHandlers.discarding());
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(received.getOrDefault("/v1/traces", ""))
                            .contains("http get /login", "crewyard-recruiting"));
            crewyard.interrupt();
        }
        assertThat(received.getOrDefault("/v1/metrics", "")).contains("http.server.requests", "jvm.memory.used");
    }
}
