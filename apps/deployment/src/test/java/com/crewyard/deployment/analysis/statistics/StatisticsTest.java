package com.crewyard.deployment.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

/** Against published values, a kept library, and enumeration. */
class StatisticsTest {

    private static final List<Double> FIVE = List.of(0.2, 0.4, 0.6, 0.8, 1.0);

    /** R. A. Fisher's lady tasting tea: all eight cups right by chance once in seventy, six of them 17 in seventy. */
    @Test
    void fisherCountsCupsOfTea() {
        assertThat(Proportions.fisher(4, 4, 0, 4)).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(Proportions.fisher(3, 4, 1, 4)).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(Proportions.fisher(0, 4, 4, 4)).isEqualTo(1);
    }

    @Test
    void fisherAgreesWithTheLibraryAndStaysQuickWithAMillionRequests() {
        for (int hits = 0; hits <= 60; hits++) {
            assertThat(Proportions.fisher(hits, 300, 60 - hits, 700))
                    .isCloseTo(
                            new HypergeometricDistribution(1000, 60, 300).upperCumulativeProbability(hits),
                            within(1e-10));
        }
        assertThat(Proportions.fisher(50_500, 1_000_000, 50_000, 1_000_000)).isBetween(0.05, 0.06);
    }

    /** Newcombe 1998, table I: no hits among 15, the limits of 1 − α = 95 % are 0 and 0.2180. */
    @Test
    void limitsOfAShareAreClopperAndPearsons() {
        assertThat(Proportions.upper(0, 15, 0.025)).isCloseTo(0.2180, within(5e-5));
        assertThat(Proportions.lower(81, 263, 0.025)).isCloseTo(0.2527, within(5e-5));
        assertThat(Proportions.upper(81, 263, 0.025)).isCloseTo(0.3676, within(5e-5));
        assertThat(Proportions.atLeast(3, 10, 0.1)).isCloseTo(0.0701908264, within(1e-9));
    }

    @Test
    void rankSumsAgreeWithTheLibraryWithoutTies() {
        Random chance = new Random(47);
        for (int size : new int[] {4, 7, 12, 25}) {
            double[] canary = chance.doubles(size, 0.2, 1.2).toArray();
            double[] control = chance.doubles(size + 3, 0, 1).toArray();
            Arrays.sort(canary);
            Arrays.sort(control);
            double above = new Shift(canary, control).p();
            double below = new Shift(control, canary).p();

            assertThat(2 * Math.min(above, below))
                    .isCloseTo(new MannWhitneyUTest().mannWhitneyUTest(canary, control, true), within(1e-9));
        }
    }

    /** Ten of twenty values are the canary's: that its seven hundreds are all the hundreds there are. */
    @Test
    void rankSumsAreExactWithTies() {
        Sample canary = Sample.of(100, 100, 100, 100, 100, 100, 100, 1, 1, 1);
        Sample control = Sample.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

        assertThat(Shift.of(canary, control).p()).isCloseTo(286 / 184_756.0, within(1e-12));
        assertThat(Shift.of(control, canary).p()).isEqualTo(1);
    }

    @Test
    void theNormalApproximationTakesOverWithoutAStep() {
        Random chance = new Random(60);
        double[] canary = chance.doubles(30, 0.15, 1.15).sorted().toArray();
        double[] control = chance.doubles(30).sorted().toArray();
        double[] longer = Arrays.copyOf(control, 31);
        longer[30] = 0.5;
        Arrays.sort(longer);

        assertThat(new Shift(canary, longer).p()).isCloseTo(new Shift(canary, control).p(), within(0.01));
    }

    /** Hollander and Wolfe, Nonparametric Statistical Methods, table 4.1: permeability; shift 0.305, 96 % from −0.15 to 0.76. */
    @Test
    void theShiftAndItsLimitsAreThoseOfHollanderAndWolfe() {
        Shift shift = Shift.of(
                Sample.of(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46),
                Sample.of(1.15, 0.88, 0.90, 0.74, 1.21));

        assertThat(shift.p()).isCloseTo(0.1272, within(5e-5));
        assertThat(shift.estimate()).isCloseTo(0.305, within(1e-9));
        assertThat(shift.lower(0.025)).isCloseTo(-0.15, within(1e-9));
        assertThat(shift.upper(0.025)).isCloseTo(0.76, within(1e-9));
    }

    @Test
    void differencesAreFoundWithoutListingThem() {
        Random chance = new Random(5);
        double[] canary =
                chance.doubles(300, -1, 2).map(StatisticsTest::rounded).sorted().toArray();
        double[] control =
                chance.doubles(211, -1, 1).map(StatisticsTest::rounded).sorted().toArray();
        List<Double> differences = new ArrayList<>();
        for (double one : canary) {
            for (double other : control) {
                differences.add(one - other);
            }
        }
        differences.sort(null);

        double middle = differences.size() % 2 == 1
                ? differences.get(differences.size() / 2)
                : (differences.get(differences.size() / 2 - 1) + differences.get(differences.size() / 2)) / 2;
        assertThat(new Shift(canary, control).estimate()).isCloseTo(middle, within(1e-12));
    }

    /** Lan and DeMets 1983 as tabulated by Reboussin et al., Controlled Clinical Trials 21, 2000 (one-sided 0.025). */
    @Test
    void boundariesAreThoseOfLanAndDeMets() {
        assertThat(boundaries(Spending.OBRIEN_FLEMING, FIVE)).containsExactly(4.877, 3.357, 2.680, 2.290, 2.031);
        assertThat(boundaries(Spending.POCOCK, FIVE)).containsExactly(2.438, 2.427, 2.410, 2.397, 2.386);
        assertThat(boundaries(Spending.OBRIEN_FLEMING, List.of(1.0))).containsExactly(1.960);
    }

    @Test
    void looksTooNearToOneAnotherAreRefused() {
        assertThatThrownBy(() -> Boundary.levels(Spending.POCOCK, 0.05, List.of(0.5, 0.505)))
                .hasMessageContaining("grow by at least 0.01");
    }

    @Test
    void errorsThatComeInClustersCountForLess() {
        List<Cell> even = cells(40, i -> 5);
        List<Cell> bursts = cells(40, i -> i % 9 == 0 ? 40 : 0);

        ShareComparison independent = ShareComparison.of(cells(40, i -> 6), even);
        ShareComparison clustered = ShareComparison.of(bursts, even);

        assertThat(independent.clustered()).isFalse();
        assertThat(clustered.clustered()).isTrue();
        assertThat(clustered.designEffect()).isBetween(5.0, 40.0);
        assertThat(clustered.p()).isGreaterThan(0.3);
        assertThat(clustered.upper(0.05)).isGreaterThan(independent.upper(0.05));
    }

    /** One instance of five that always fails more is not five instances that do. */
    @Test
    void oneBadInstanceIsSeenThroughItsIntervals() {
        List<Cell> canary = cells(40, i -> i % 5 == 0 ? 30 : 0);

        assertThat(ShareComparison.of(canary, cells(40, i -> 0)).p()).isBetween(0.01, 0.5);
    }

    private static double[] boundaries(Spending spending, List<Double> shares) {
        return Boundary.levels(spending, 0.025, shares).stream()
                .mapToDouble(level ->
                        Math.round(-1000 * new NormalDistribution().inverseCumulativeProbability(level)) / 1000.0)
                .toArray();
    }

    private static List<Cell> cells(int number, java.util.function.IntUnaryOperator errors) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            cells.add(new Cell("instance " + i % 5, 1000, errors.applyAsInt(i)));
        }
        return cells;
    }

    private static double rounded(double value) {
        return Math.rint(value * 50) / 50;
    }
}
