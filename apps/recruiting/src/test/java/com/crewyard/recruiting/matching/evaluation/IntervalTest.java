package com.crewyard.recruiting.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void isAPointWhereNothingVaries() {
        assertThat(Interval.of(new double[] {0.5, 0.5, 0.5})).isEqualTo(new Interval(0.5, 0.5, 0.5));
    }

    @Test
    void agreesWithTheNormalApproximationForManyQueries() {
        // Half zeros, half ones: standard error of the mean is 0.5 / sqrt(400) = 0.025.
        double[] values = IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();

        Interval interval = Interval.of(values);

        assertThat(interval.mean()).isEqualTo(0.5);
        assertThat(interval.low()).isCloseTo(0.5 - 1.96 * 0.025, within(0.006));
        assertThat(interval.high()).isCloseTo(0.5 + 1.96 * 0.025, within(0.006));
    }

    @Test
    void ofADifferenceIsPaired() {
        double[] easyAndHard = {0.1, 0.9, 0.2, 0.8};
        double[] alwaysATenthBetter = {0.2, 1.0, 0.3, 0.9};

        Interval interval = Interval.ofDifference(alwaysATenthBetter, easyAndHard);

        assertThat(interval.low()).isCloseTo(0.1, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void isTheSameEachTime() {
        double[] values = {0.3, 0.7, 0.1, 0.9};
        assertThat(Interval.of(values)).isEqualTo(Interval.of(values));
    }
}
