package com.crewyard.deployment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.analysis.Metric.Allowed;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.Metric.Worse;
import com.crewyard.deployment.analysis.statistics.Sample;
import com.crewyard.deployment.analysis.statistics.Shift;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AnalysisPropertiesTest {

    private static final Reading LATENCY = Reading.latency("latency");

    @Property(tries = 200)
    void theOrderOfValuesMakesNoDifference(
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> canary,
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> control,
            @ForAll long seed) {
        List<Integer> shuffled = new java.util.ArrayList<>(canary);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(judge(LATENCY, sample(shuffled, 1), sample(control, 1)))
                .isEqualTo(judge(LATENCY, sample(canary, 1), sample(control, 1)));
    }

    /** By powers of two, so that floating point scales without a remainder. */
    @Property(tries = 200)
    void theUnitMakesNoDifferenceToTheVerdict(
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> canary,
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> control,
            @ForAll @IntRange(min = -8, max = 8) int power) {
        double unit = Math.pow(2, power);

        assertThat(judge(LATENCY, sample(canary, unit), sample(control, unit)).getClass())
                .isEqualTo(judge(LATENCY, sample(canary, 1), sample(control, 1)).getClass());
    }

    @Property(tries = 200)
    void higherIsWorseAsLowerIsForTheValuesMirrored(
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> canary,
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> control) {
        assertThat(judge(metric(Worse.LOWER), sample(canary, -1), sample(control, -1))
                        .getClass())
                .isEqualTo(judge(metric(Worse.HIGHER), sample(canary, 1), sample(control, 1))
                        .getClass());
    }

    @Property(tries = 200)
    void swappingTheSidesTurnsTheShiftAround(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 50) Integer> canary,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 50) Integer> control) {
        Shift one = Shift.of(sample(canary, 1), sample(control, 1));
        Shift other = Shift.of(sample(control, 1), sample(canary, 1));

        assertThat(other.estimate()).isEqualTo(0.0 - one.estimate());
        assertThat(other.lower(0.05)).isEqualTo(0.0 - one.upper(0.05));
        assertThat(one.p() + other.p()).isGreaterThan(0.999999);
    }

    /** No release fails for being the same, and two that swap their sides do not both fail. */
    @Property(tries = 200)
    void notBothSidesAreWorse(
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> canary,
            @ForAll @Size(max = 40) List<@IntRange(max = 50) Integer> control) {
        Reading shiftOnly = new Reading("shift", "", Worse.HIGHER, new Allowed.Amount(0.5), new Allowed.Amount(1e9));

        assertThat(judge(LATENCY, sample(control, 1), sample(control, 1))).isNotInstanceOf(Verdict.Fail.class);
        assertThat(judge(shiftOnly, sample(canary, 1), sample(control, 1)) instanceof Verdict.Fail
                        && judge(shiftOnly, sample(control, 1), sample(canary, 1)) instanceof Verdict.Fail)
                .isFalse();
    }

    private static Reading metric(Worse worse) {
        return new Reading("points", "", worse, new Allowed.Ratio(0.1), new Allowed.Ratio(0.1));
    }

    private static Verdict judge(Reading metric, Sample canary, Sample control) {
        return new CanaryAnalysis(Rules.standard())
                .judge(Looks.once(), List.of(new Measurement.Sampled(metric, canary, control)));
    }

    private static Sample sample(List<Integer> values, double unit) {
        return Sample.of(values.stream().mapToDouble(value -> value * unit).toArray());
    }
}
