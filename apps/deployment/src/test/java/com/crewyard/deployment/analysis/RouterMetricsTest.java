package com.crewyard.deployment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.RouterMetrics.Snapshot;
import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Latencies;
import com.crewyard.deployment.routing.SlotRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouterMetricsTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final SlotRef BLUE = new SlotRef("blue-1");
    private static final SlotRef GREEN = new SlotRef("green-2");
    private static final MetricSource.Window WINDOW =
            new MetricSource.Window(START, START.plusSeconds(60), GREEN, BLUE);

    @Test
    void countsWhatCameBetweenTheSnapshotsByInstance() {
        Measurement.Counted counted = (Measurement.Counted) measured(
                        at(0, counted(BLUE, 1000, 10, 5), counted(GREEN, 0, 0, 5)),
                        at(30, counted(BLUE, 1900, 12, 5), counted(GREEN, 100, 3, 5)),
                        at(60, counted(BLUE, 2800, 15, 5), counted(GREEN, 200, 3, 5)),
                        at(90, counted(BLUE, 9000, 999, 5), counted(GREEN, 9000, 999, 5)))
                .getFirst();

        assertThat(counted.canary())
                .containsExactly(new Cell("green-2-web-1", 100, 3), new Cell("green-2-web-1", 100, 0));
        assertThat(counted.control())
                .containsExactly(new Cell("blue-1-web-1", 900, 2), new Cell("blue-1-web-1", 900, 3));
    }

    @Test
    void aRouterThatBeganAnewIsCountedFromNothing() {
        Measurement.Counted counted =
                (Measurement.Counted) measured(at(0, counted(BLUE, 1000, 10, 5)), at(30, counted(BLUE, 50, 1, 5)))
                        .getFirst();

        assertThat(counted.control()).containsExactly(new Cell("blue-1-web-1", 50, 1));
    }

    @Test
    void responseTimesAreSpreadOverTheirBuckets() {
        int bucket = Latencies.bucket(110);
        Measurement.Sampled sampled = (Measurement.Sampled) measured(
                        at(0, counted(BLUE, 0, 0, bucket), counted(GREEN, 0, 0, bucket)),
                        at(60, counted(BLUE, 3_000_000, 0, bucket), counted(GREEN, 100, 0, bucket)))
                .getLast();

        assertThat(sampled.canary().size()).isEqualTo(100);
        assertThat(sampled.control().size()).isEqualTo(Tally.MOST_VALUES);
        assertThat(sampled.canary().median()).isCloseTo(110, within(0.2));
        assertThat(sampled.canary().quantile(0.95)).isCloseTo(119, within(0.2));
        assertThat(new CanaryAnalysis(Rules.standard()).judge(Looks.once(), List.of(sampled)))
                .isNotInstanceOf(Verdict.Fail.class);
    }

    @Test
    void withoutTwoSnapshotsThereIsNothingToSay() {
        assertThat(measured(at(30, counted(BLUE, 50, 1, 5))))
                .allSatisfy(one -> assertThat(one).isInstanceOf(Measurement.Missing.class));
    }

    private static List<Measurement> measured(Snapshot... snapshots) {
        return new RouterMetrics(ErrorShare.of("errors"), Reading.latency("latency"), "web", List.of(snapshots))
                .measure(WINDOW);
    }

    private static Snapshot at(int seconds, InstanceCounters... instances) {
        return new Snapshot(START.plusSeconds(seconds), new Counters(0, Duration.ZERO, 0, List.of(instances)));
    }

    private static InstanceCounters counted(SlotRef slot, long requests, long errors, int bucket) {
        List<Long> latency = IntStream.rangeClosed(0, Latencies.BOUNDS_MILLISECONDS.size())
                .mapToObj(i -> i == bucket ? requests : 0L)
                .toList();
        return new InstanceCounters(slot, "web", slot.name() + "-web-1", requests, errors, 0, 0, latency, 0, 0, 0, 0);
    }
}
