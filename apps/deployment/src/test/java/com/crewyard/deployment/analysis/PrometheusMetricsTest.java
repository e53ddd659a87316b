package com.crewyard.deployment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.MetricSource.Window;
import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.testing.Program;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Against a Prometheus that has seen ten minutes of two releases, a scrape every five seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusMetricsTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int SCRAPES = 121;

    private static final PrometheusQuery COUNTS = new PrometheusQuery.Counts(
            ErrorShare.of("errors"),
            "sum by (instance) (increase(http_requests_total{slot=\"$slot\"}[$interval]))",
            "sum by (instance) (increase(http_requests_total{slot=\"$slot\",status=~\"5..\"}[$interval]))");
    private static final PrometheusQuery POINTS = new PrometheusQuery.Points(
            Reading.latency("response time"), "last_over_time(response_milliseconds{slot=\"$slot\"}[$interval])");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = FreePort.next();
    private final URI server = URI.create("http://127.0.0.1:%d".formatted(port));
    private Program prometheus = Program.none();

    @BeforeAll
    void startPrometheus(@TempDir Path directory) throws IOException, InterruptedException {
        Path past = Files.writeString(directory.resolve("past.txt"), past());
        Path configuration = Files.writeString(directory.resolve("prometheus.yml"), "global: {}\n");
        Program.run("promtool", "tsdb", "create-blocks-from", "openmetrics", past, directory.resolve("data"));
        prometheus = Program.start(
                directory.resolve("log"),
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--storage.tsdb.retention.time=100y",
                "--web.listen-address=127.0.0.1:" + port);
        prometheus.awaitAnswer(server.resolve("/-/ready"));
    }

    @AfterAll
    void stopPrometheus() {
        prometheus.close();
        client.close();
    }

    @Test
    void countsRequestsAndErrorsByInstanceAndInterval() {
        Measurement.Counted counted = (Measurement.Counted) measure(COUNTS).getFirst();

        assertThat(counted.canary())
                .hasSize(20)
                .allMatch(cell -> cell.instance().equals("green-1"));
        assertThat(counted.canary()).extracting(Cell::requests).containsOnly(60L);
        assertThat(counted.canary()).extracting(Cell::errors).containsOnly(6L);
        assertThat(counted.control()).hasSize(40);
        assertThat(counted.control())
                .extracting(Cell::errors)
                .as("no series of errors is no errors")
                .containsOnly(0L);
    }

    @Test
    void aCanaryThatFailsATenthOfItsRequestsFails() {
        Verdict verdict = new CanaryAnalysis(Rules.standard()).judge(Looks.once(), measure(COUNTS, POINTS));

        assertThat(verdict).isInstanceOf(Verdict.Fail.class);
        assertThat(verdict.reasons().getFirst())
                .startsWith(
                        "errors: 10 % (120 of 1,200 requests) failed, 0 % (0 of 2,400 requests) with the old release");
    }

    @Test
    void pointsThatAreNotThereAreGaps() {
        Measurement.Sampled sampled = (Measurement.Sampled) measure(POINTS).getFirst();

        assertThat(sampled.control().size()).isEqualTo(40);
        assertThat(sampled.control().gaps()).isZero();
        assertThat(sampled.canary().size() + sampled.canary().gaps()).isEqualTo(20);
        assertThat(sampled.canary().gaps())
                .as("its points end after five minutes")
                .isGreaterThan(4);
        assertThat(sampled.canary().full()).isFalse();
    }

    @Test
    void aQueryThatIsNoneIsMissingWithTheServersReason() {
        assertThat(measure(new PrometheusQuery.Points(Reading.latency("latency"), "sum("))
                        .getFirst())
                .isInstanceOfSatisfying(
                        Measurement.Missing.class,
                        missing -> assertThat(missing.reason()).contains("Prometheus answered 400", "parse error"));
    }

    @Test
    void aServerThatDoesNotAnswerIsMissing() {
        URI nobody = URI.create("http://127.0.0.1:%d/prometheus/".formatted(FreePort.next()));
        PrometheusMetrics metrics = new PrometheusMetrics(client, nobody, INTERVAL, List.of(COUNTS));

        assertThat(metrics.measure(window()).getFirst())
                .isEqualTo(new Measurement.Missing(
                        COUNTS.metric(), "Prometheus at %sapi/v1/query_range does not answer".formatted(nobody)));
    }

    @Test
    void aMetricThatNobodyExportsIsInsufficient() {
        List<Measurement> measured =
                measure(new PrometheusQuery.Points(Reading.latency("latency"), "nothing{slot=\"$slot\"}"));

        assertThat(new CanaryAnalysis(Rules.standard()).judge(Looks.once(), measured))
                .isInstanceOf(Verdict.Insufficient.class);
    }

    private List<Measurement> measure(PrometheusQuery... queries) {
        return new PrometheusMetrics(client, server, INTERVAL, List.of(queries)).measure(window());
    }

    private static Window window() {
        return new Window(START, START.plusSeconds(600), new SlotRef("green-2"), new SlotRef("blue-1"));
    }

    /** Two requests a second at each of three instances, a tenth of those to the new release failing. */
    private static String past() {
        StringBuilder text = new StringBuilder("# TYPE http_requests counter\n");
        counter(text, "blue-1", "blue-1", "200", 10);
        counter(text, "blue-1", "blue-2", "200", 10);
        counter(text, "green-2", "green-1", "200", 9);
        counter(text, "green-2", "green-1", "500", 1);
        text.append("# TYPE response_milliseconds gauge\n");
        gauge(text, "blue-1", "blue-1", SCRAPES);
        gauge(text, "blue-1", "blue-2", SCRAPES);
        gauge(text, "green-2", "green-1", 61);
        return text.append("# EOF\n").toString();
    }

    private static void counter(StringBuilder text, String slot, String instance, String status, int each) {
        for (int scrape = 0; scrape < SCRAPES; scrape++) {
            text.append("http_requests_total{slot=\"%s\",instance=\"%s\",status=\"%s\"} %d %d\n"
                    .formatted(slot, instance, status, scrape * each, START.getEpochSecond() + 5L * scrape));
        }
    }

    private static void gauge(StringBuilder text, String slot, String instance, int scrapes) {
        for (int scrape = 0; scrape < scrapes; scrape++) {
            text.append("response_milliseconds{slot=\"%s\",instance=\"%s\"} %d %d\n"
                    .formatted(slot, instance, 100 + scrape % 7, START.getEpochSecond() + 5L * scrape));
        }
    }
}
