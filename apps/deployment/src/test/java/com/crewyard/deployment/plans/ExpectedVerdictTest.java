package com.crewyard.deployment.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.analysis.RouterMetrics.Snapshot;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Latencies;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.hosting.spec.AppSpec.Analysis;
import com.crewyard.hosting.spec.AppSpec.Analysis.Undecided;
import com.crewyard.hosting.spec.AppSpec.AnalysisMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpectedVerdictTest {

    private static final Instant LIVE = Instant.parse("2026-03-01T10:00:00Z");
    private static final SlotRef BLUE = new SlotRef("blue-1");
    private static final Analysis ANALYSIS = analysis(Undecided.ROLLBACK);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** 20,000 requests in 100 seconds, of which the canary gets the mean of 10 and 50 %. */
    @Test
    void tellsTheTimeOfEachMetricAndThatTheStepsAreLongEnough() {
        assertThat(told(ANALYSIS, PAUSE, counted(0, 0), counted(20_000, 80)))
                .satisfiesExactly(
                        errors -> assertThat(errors)
                                .matches(
                                        "errors of web: the canary needs [\\d,]+ values, which at 200 a second and 30 % of the"
                                                + " traffic takes about \\d+ seconds\\."),
                        times -> assertThat(times).startsWith("response times of web: the canary needs "),
                        whole -> assertThat(whole)
                                .matches("A release as good as the live one passes after about \\d+ seconds, so at this"
                                        + " traffic the steps, 10 min in all, are long enough\\."));
    }

    @Test
    void everySentenceOfTheGuideIsTheCodes() throws IOException {
        String guide = Files.readString(Path.of("../../docs/deploying.md"));

        assertThat(told(ANALYSIS, PAUSE, counted(0, 0), counted(20_000, 80)))
                .allSatisfy(sentence -> assertThat(guide).contains("\n  " + sentence + "\n"));
    }

    @Test
    void saysHowLongAPauseHasToBeWhenTheStepsAreTooShort() {
        List<String> told = told(ANALYSIS, PAUSE, counted(0, 0), counted(200, 1));

        assertThat(told.getLast())
                .matches(
                        "A release as good as the live one passes after about \\d+ (minutes|hours), so at this traffic the"
                                + " steps, 10 min in all, are too short; take a longer pause, \\d+ (minutes|hours) or more\\.");
    }

    @Test
    void aPauseAsLongAsItIsToldIsEnough() {
        Requests.Counted requests = requests(counted(0, 0), counted(200, 1));
        for (int minutes = 1; minutes < 600; minutes++) {
            String whole = ExpectedVerdict.of(Wanted.canary(ANALYSIS, Duration.ofMinutes(minutes), 10, 50), 1, requests)
                    .getLast();
            if (whole.endsWith("are long enough.")) {
                String before = ExpectedVerdict.of(
                                Wanted.canary(ANALYSIS, Duration.ofMinutes(minutes - 1), 10, 50), 1, requests)
                        .getLast();
                assertThat(before).contains("take a longer pause, %d minutes or more".formatted(minutes));
                return;
            }
        }
        throw new AssertionError("no pause was long enough");
    }

    @Test
    void countsWhatCameSinceTheReleaseWasLive() {
        assertThat(told(ANALYSIS, PAUSE, counted(1_000_000, 500_000), counted(1_020_000, 500_080)))
                .isEqualTo(told(ANALYSIS, PAUSE, counted(0, 0), counted(20_000, 80)));
    }

    @Test
    void saysThatNoReleasePassesWithARouterThatTellsNoResponseTimes() {
        assertThat(told(analysis(Undecided.HOLD), PAUSE, untimed(0), untimed(20_000)))
                .satisfiesExactly(
                        errors -> assertThat(errors).startsWith("errors of web: the canary needs "),
                        times -> assertThat(times)
                                .isEqualTo(
                                        "response times of web: this router does not tell them, and what is missing lets no canary pass."),
                        whole -> assertThat(whole)
                                .isEqualTo(
                                        "So with this router no release passes, however long the steps are: at the last look it waits for a person."));
        assertThat(told(ANALYSIS, PAUSE, untimed(0), untimed(20_000)).getLast())
                .endsWith("at the last look it goes back.");
    }

    @Test
    void saysThatNobodySentARequest() {
        assertThat(told(ANALYSIS, PAUSE, counted(50, 0), counted(50, 0)))
                .containsExactly(
                        "Nobody has sent a request since release 1 went live, so the time to a verdict is not known.");
    }

    @Test
    void saysThatPrometheusIsAskedLater() {
        List<String> told = told(
                analysis(Undecided.ROLLBACK, "orders", "failed payments"), PAUSE, counted(0, 0), counted(20_000, 80));

        assertThat(told)
                .contains(
                        "orders, failed payments: Prometheus is asked once the canary runs, so how long this takes is not known.");
        assertThat(told.getLast()).endsWith("are long enough for what the router counts.");
    }

    @Test
    void saysWhyTheRouterCannotBeAsked() {
        assertThat(ExpectedVerdict.of(
                        Wanted.canary(ANALYSIS, PAUSE, 10), 7, new Requests.Unknown("vm1 cannot be reached over SSH.")))
                .containsExactly(
                        "The router of release 7 cannot be asked, so the time to a verdict is not known: vm1 cannot be reached over SSH.");
    }

    @Test
    void saysThatACanaryWithoutStepsIsNotLookedAt() {
        assertThat(told(Wanted.canary(ANALYSIS, PAUSE), counted(0, 0), counted(20_000, 80)))
                .containsExactly(
                        "A canary without steps is never looked at; write steps: [10, 50] beside its analysis.");
    }

    private static List<String> told(Analysis analysis, Duration pause, InstanceCounters before, InstanceCounters now) {
        return told(Wanted.canary(analysis, pause, 10, 50), before, now);
    }

    private static List<String> told(Configuration wanted, InstanceCounters before, InstanceCounters now) {
        return ExpectedVerdict.of(wanted, 1, requests(before, now));
    }

    private static Requests.Counted requests(InstanceCounters before, InstanceCounters now) {
        return new Requests.Counted(BLUE, snapshot(0, before), snapshot(100, now));
    }

    private static Snapshot snapshot(int seconds, InstanceCounters instance) {
        return new Snapshot(LIVE.plusSeconds(seconds), new Counters(0, Duration.ZERO, 0, List.of(instance)));
    }

    /** With response times around 100 ms. */
    private static InstanceCounters counted(long requests, long errors) {
        int around = Latencies.bucket(100);
        List<Long> latency = IntStream.rangeClosed(0, Latencies.BOUNDS_MILLISECONDS.size())
                .mapToObj(
                        bucket -> bucket == around ? requests / 2 : Math.abs(bucket - around) == 1 ? requests / 4 : 0L)
                .toList();
        return counters(requests, errors, latency);
    }

    private static InstanceCounters untimed(long requests) {
        return counters(requests, 0, List.of());
    }

    private static InstanceCounters counters(long requests, long errors, List<Long> latency) {
        return new InstanceCounters(BLUE, "web", "blue-1-web-1", requests, errors, 0, 0, latency, 0, 0, 0, 0);
    }

    private static Analysis analysis(Undecided undecided, String... metrics) {
        return new Analysis(
                0.005,
                0.10,
                0.25,
                undecided,
                Optional.of("http://prometheus:9090"),
                Duration.ofSeconds(15),
                List.of(metrics).stream()
                        .map(name -> new AnalysisMetric(
                                name, Optional.of("query"), Optional.empty(), Optional.empty(), "higher", 0.1))
                        .toList());
    }
}
