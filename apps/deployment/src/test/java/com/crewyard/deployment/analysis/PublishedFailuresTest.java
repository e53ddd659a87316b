package com.crewyard.deployment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.analysis.Metric.Allowed;
import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.Metric.Worse;
import com.crewyard.deployment.analysis.Verdict.Fail;
import com.crewyard.deployment.analysis.Verdict.Insufficient;
import com.crewyard.deployment.analysis.Verdict.Pass;
import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Canaries that other judges let through, with the data that their users published. */
class PublishedFailuresTest {

    private static final Reading POINTS =
            new Reading("errors per minute", "", Worse.HIGHER, new Allowed.Ratio(0.05), new Allowed.Ratio(0.05));

    /** https://github.com/spinnaker/spinnaker/issues/6278 */
    @Test
    void sevenOfTenPointsAtAHundredAgainstAllOnesFail() {
        Verdict verdict = judge(
                POINTS, Sample.of(100, 100, 100, 100, 100, 100, 100, 1, 1, 1), Sample.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));

        assertThat(verdict).isInstanceOf(Fail.class);
        assertThat(verdict.reasons().getFirst())
                .isEqualTo(
                        "errors per minute: median 100 (10 values), 1 (10 values) with the old release; "
                                + "99 more by the best estimate, when 0.05 more is allowed; "
                                + "chance makes such a difference with probability 0.00155, and 0.025 or less counts at this look.");
    }

    /** https://github.com/spinnaker/kayenta/issues/780, case 1: the median is 17 on both sides. */
    @Test
    void anExplodingVarianceAtTheSameMedianFails() {
        Sample steady =
                Sample.of(10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 17.0, 17.1, 17.2, 17.3, 17.4, 17.5, 17.6, 17.7);
        Sample wild = Sample.of(1, 100, 4, 101, 5, 102, 6, 103, 7, 104, 8, 105, 9, 106, 17);

        Verdict verdict = judge(POINTS, wild, steady);

        assertThat(wild.median()).isEqualTo(steady.median());
        assertThat(verdict).isInstanceOf(Fail.class);
        assertThat(verdict.reasons()).singleElement().asString().contains("75th percentile 103 (15 values), 17.4");
    }

    /** The same the other way round: calmer is not worse when only higher is, and is a change when either is. */
    @ParameterizedTest
    @EnumSource(Worse.class)
    void aVanishingVarianceDoesNotPassUnseen(Worse worse) {
        Reading metric = new Reading("points", "", worse, new Allowed.Ratio(0.05), new Allowed.Ratio(0.05));

        Verdict verdict = judge(
                metric,
                Sample.of(10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 17.0, 17.1, 17.2, 17.3, 17.4, 17.5, 17.6, 17.7),
                Sample.of(1, 100, 4, 101, 5, 102, 6, 103, 7, 104, 8, 105, 9, 106, 17));

        assertThat(verdict).isInstanceOf(Insufficient.class);
    }

    /** https://github.com/spinnaker/kayenta/issues/744: latency up by 12.5 %, a tenth allowed. */
    @Test
    void anIncreaseOfTwelveAndAHalfPercentFailsWhenATenthIsAllowed() {
        Random chance = new Random(744);
        Reading latency = Reading.latency("response time");
        double[] control = chance.doubles(2000, 2500, 5000).toArray();
        double[] canary = Arrays.stream(chance.doubles(2000, 2500, 5000).toArray())
                .map(value -> value * 1.125)
                .toArray();

        assertThat(judge(latency, Sample.of(canary), Sample.of(control))).isInstanceOf(Fail.class);
        assertThat(judge(latency, Sample.of(Arrays.copyOf(canary, 10)), Sample.of(Arrays.copyOf(control, 10))))
                .as("ten points cannot tell a tenth from an eighth")
                .isInstanceOf(Insufficient.class);
    }

    /** https://github.com/spinnaker/kayenta/issues/799 */
    @Test
    void errorsAgainstAControlWithoutAnyFail() {
        assertThat(judge(POINTS, Sample.of(1, 4, 2, 3, 1), Sample.of(0, 0, 0, 0, 0)))
                .isInstanceOf(Fail.class);
        assertThat(judge(ErrorShare.of("errors"), cells(2_000, 30), cells(2_000, 0)))
                .isInstanceOf(Fail.class);
    }

    /** The same issue: where a metric of errors has no points at all while there are none. */
    @Test
    void anEmptyControlIsInsufficient() {
        double gap = Double.NaN;
        Sample canary = Sample.of(1, gap, gap, gap, gap, 2, gap, gap, gap, gap, 1, gap, gap, gap, gap, 2, gap, gap);

        Verdict verdict = judge(POINTS, canary, Sample.of(gap, gap, gap));

        assertThat(verdict).isInstanceOf(Insufficient.class);
        assertThat(verdict.reasons().getFirst()).contains("nothing on one side");
        assertThat(judge(ErrorShare.of("errors"), cells(2_000, 30), List.of())).isInstanceOf(Insufficient.class);
        assertThat(judge(new ErrorShare("errors", 0.005, 0.01), cells(2_000, 60), List.of()))
                .as("a ceiling needs no control")
                .isInstanceOf(Fail.class);
    }

    /** https://github.com/spinnaker/kayenta/issues/426 */
    @Test
    void sparseDataIsInsufficient() {
        assertThat(judge(POINTS, Sample.of(0, 1, 2, 1, 0, 0), Sample.of(0, 0, 0, 0, 0, 0)))
                .isInstanceOf(Insufficient.class);
        assertThat(judge(POINTS, Sample.of(1, 1), Sample.of(1, 1, 1))).isInstanceOf(Insufficient.class);
        assertThat(judge(ErrorShare.of("errors"), cells(20, 0), cells(20, 0))).isInstanceOf(Insufficient.class);
    }

    /** https://github.com/pipe-cd/pipecd/pull/3663: two empty samples passed. */
    @Test
    void twoEmptySamplesAreInsufficient() {
        assertThat(judge(POINTS, Sample.of(), Sample.of())).isInstanceOf(Insufficient.class);
        assertThat(judge(ErrorShare.of("errors"), List.of(), List.of())).isInstanceOf(Insufficient.class);
    }

    /** https://github.com/argoproj/argo-rollouts/issues/4479: measurements that all failed ended as a success. */
    @Test
    void metricsThatCannotBeReadAreInsufficientBesideOnesThatPass() {
        Measurement fine = new Measurement.Counted(ErrorShare.of("errors"), cells(20_000, 2), cells(20_000, 2));
        Measurement lost = new Measurement.Missing(Reading.latency("latency"), "Prometheus answered 503");

        assertThat(analysis().judge(Looks.once(), List.of(fine))).isInstanceOf(Pass.class);
        Verdict verdict = analysis().judge(Looks.once(), List.of(fine, lost));

        assertThat(verdict).isInstanceOf(Insufficient.class);
        assertThat(verdict.reasons())
                .containsExactly(
                        "latency: no data, because Prometheus answered 503.",
                        "This was the last look: without enough data a release does not go on by itself.");
        assertThat(analysis().judge(Looks.once(), List.of())).isInstanceOf(Insufficient.class);
    }

    @Test
    void aMetricWithoutMovementPassesAndWithoutNoise() {
        Sample ones = Sample.of(new Random(1).doubles(60).map(any -> 1).toArray());

        Verdict verdict = judge(POINTS, ones, ones);

        assertThat(verdict).isInstanceOf(Pass.class).isEqualTo(judge(POINTS, ones, ones));
    }

    private static CanaryAnalysis analysis() {
        return new CanaryAnalysis(Rules.standard());
    }

    private static Verdict judge(Reading metric, Sample canary, Sample control) {
        return analysis().judge(Looks.once(), List.of(new Measurement.Sampled(metric, canary, control)));
    }

    private static Verdict judge(ErrorShare metric, List<Cell> canary, List<Cell> control) {
        return analysis().judge(Looks.once(), List.of(new Measurement.Counted(metric, canary, control)));
    }

    private static List<Cell> cells(long requests, long errors) {
        return List.of(new Cell("one", requests, errors));
    }
}
