package com.crewyard.deployment.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.Verdict.Fail;
import com.crewyard.deployment.analysis.Verdict.Pass;
import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.Sample;
import com.crewyard.deployment.analysis.statistics.Spending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often verdicts are wrong, by canaries made up with fixed seeds. Bounds are the nominal rate and three standard
 * deviations of the count.
 */
class ErrorRatesTest {

    private static final int RUNS = 400;
    private static final int LOOKS = 5;

    private static final Reading LATENCY = Reading.latency("latency");
    private static final ErrorShare ERRORS = ErrorShare.of("errors");

    /** What a canary has given after so many looks. */
    private record Canary(IntFunction<List<Measurement>> after) {}

    private record Rates(double failed, double passed, double significant) {}

    /**
     * Five looks at four comparisons: uncorrected, twenty tests at 5 % would call equal releases different in most runs. Even
     * before anybody asks whether the difference matters, no more than 5 % of the runs may.
     */
    @ParameterizedTest
    @EnumSource(Spending.class)
    void equalReleasesFailNoMoreOftenThanTheRulesSay(Spending spending) {
        Rates rates = rates(new Rules(0.05, 0.05, spending), chance -> canary(chance, 0.02, 0.02, 1, 1, 0), 1);

        assertThat(rates.significant()).isLessThanOrEqualTo(atMost(0.05));
        assertThat(rates.failed()).isLessThanOrEqualTo(rates.significant());
    }

    @Test
    void errorsThatComeInClustersRaiseNoMoreFalseAlarms() {
        Rates rates = rates(Rules.standard(), chance -> canary(chance, 0.02, 0.02, 1, 1, 0.03), 2);

        assertThat(rates.failed()).isLessThanOrEqualTo(atMost(0.05));
    }

    @Test
    void releasesWorseByWhatIsAllowedPassNoMoreOftenThanTheRulesSay() {
        Rates slower = rates(Rules.standard(), chance -> canary(chance, 0, 0, 1.10, 1.10, 0), 3);
        Rates failing = rates(Rules.standard(), chance -> canary(chance, 0.015, 0.010, 1, 1, 0), 4);

        assertThat(slower.passed()).isLessThanOrEqualTo(atMost(0.05));
        assertThat(failing.passed()).isLessThanOrEqualTo(atMost(0.05));
    }

    @Test
    void releasesThatAreMuchWorseFail() {
        Rates slower = rates(Rules.standard(), chance -> canary(chance, 0.01, 0.01, 1.3, 1.3, 0), 5);
        Rates failing = rates(Rules.standard(), chance -> canary(chance, 0.04, 0.01, 1, 1, 0), 6);
        Rates slowest = rates(Rules.standard(), chance -> canary(chance, 0.01, 0.01, 1, 3, 0), 7);

        assertThat(slower.failed()).isGreaterThan(0.95);
        assertThat(failing.failed()).isGreaterThan(0.95);
        assertThat(slowest.failed())
                .as("a tenth of the requests three times as slow")
                .isGreaterThan(0.9);
        assertThat(slower.passed() + failing.passed() + slowest.passed()).isZero();
    }

    /** The time that is told beforehand is enough, and not many times more than enough. */
    @Test
    void theForecastIsWhatItTakes() {
        Looks plan = Looks.even(LOOKS, LOOKS);
        Random past = new Random(8);
        double[] control = latencies(past, 4000, 1, 1);
        Forecast latency = Forecast.of(
                Rules.standard(), plan, 0.5, List.of(new Forecast.Baseline.Values(LATENCY, Sample.of(control), 100)));
        Forecast errors = Forecast.of(
                Rules.standard(), plan, 0.5, List.of(new Forecast.Baseline.Errors(ERRORS, 100_000, 1_000, 100)));

        int values = Math.toIntExact(latency.metrics().getFirst().canary().orElseThrow());
        int requests = Math.toIntExact(errors.metrics().getFirst().canary().orElseThrow());
        assertThat(passing(chance -> latencies(chance, values), 9)).isBetween(0.85, 1.0);
        assertThat(passing(chance -> latencies(chance, values / 3), 10)).isLessThan(0.85);
        assertThat(passing(chance -> counts(chance, requests), 11)).isBetween(0.85, 1.0);
        assertThat(passing(chance -> counts(chance, requests / 3), 12)).isLessThan(0.7);
    }

    private static double passing(java.util.function.Function<Random, Measurement> measured, long seed) {
        Random chance = new Random(seed);
        int passed = 0;
        for (int run = 0; run < RUNS; run++) {
            Verdict verdict = new CanaryAnalysis(Rules.standard())
                    .judge(Looks.even(LOOKS, LOOKS), List.of(measured.apply(chance)));
            passed += verdict instanceof Pass ? 1 : 0;
        }
        return (double) passed / RUNS;
    }

    private static Measurement latencies(Random chance, int size) {
        return new Measurement.Sampled(
                LATENCY, Sample.of(latencies(chance, size, 1, 1)), Sample.of(latencies(chance, size, 1, 1)));
    }

    private static Measurement counts(Random chance, int size) {
        return new Measurement.Counted(
                ERRORS, List.of(cell(chance, "new", size, 0.01, 0)), List.of(cell(chance, "old", size, 0.01, 0)));
    }

    private static Rates rates(Rules rules, java.util.function.Function<Random, Canary> maker, long seed) {
        CanaryAnalysis analysis = new CanaryAnalysis(rules);
        Random chance = new Random(seed);
        int failed = 0;
        int passed = 0;
        int significant = 0;
        for (int run = 0; run < RUNS; run++) {
            boolean seen = false;
            boolean decided = false;
            Canary canary = maker.apply(chance);
            for (int look = 1; look <= LOOKS; look++) {
                Verdict verdict =
                        analysis.judge(Looks.even(look, LOOKS), canary.after().apply(look));
                seen |= verdict.judgements().stream().anyMatch(one -> one.p() <= one.level());
                failed += !decided && verdict instanceof Fail ? 1 : 0;
                passed += !decided && verdict instanceof Pass ? 1 : 0;
                decided |= verdict instanceof Fail || verdict instanceof Pass;
            }
            significant += seen ? 1 : 0;
        }
        return new Rates((double) failed / RUNS, (double) passed / RUNS, (double) significant / RUNS);
    }

    private static Canary canary(
            Random chance, double newErrors, double oldErrors, double slower, double slowest, double correlation) {
        List<Cell> newCells = new ArrayList<>();
        List<Cell> oldCells = new ArrayList<>();
        for (int cell = 0; cell < LOOKS * 4; cell++) {
            newCells.add(cell(chance, "new " + cell % 4, 250, newErrors, correlation));
            oldCells.add(cell(chance, "old " + cell % 4, 250, oldErrors, correlation));
        }
        double[] fresh = latencies(chance, LOOKS * 200, slower, slowest);
        double[] stale = latencies(chance, LOOKS * 200, 1, 1);
        return new Canary(look -> List.of(
                new Measurement.Counted(ERRORS, newCells.subList(0, look * 4), oldCells.subList(0, look * 4)),
                new Measurement.Sampled(
                        LATENCY,
                        Sample.of(Arrays.copyOf(fresh, look * 200)),
                        Sample.of(Arrays.copyOf(stale, look * 200)))));
    }

    /** Errors of a cell whose own share is drawn around the mean so that two of its requests correlate. */
    private static Cell cell(Random chance, String instance, int requests, double share, double correlation) {
        double own = share;
        if (correlation > 0) {
            double burst = correlation / (correlation + share);
            own = chance.nextDouble() < 1 - burst ? 0 : share / burst;
        }
        int errors = 0;
        for (int i = 0; i < requests; i++) {
            errors += chance.nextDouble() < own ? 1 : 0;
        }
        return new Cell(instance, requests, errors);
    }

    /** Log-normal around 100 ms, a tenth of them slower by a factor of their own. */
    private static double[] latencies(Random chance, int size, double slower, double slowest) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double factor = chance.nextInt(10) == 0 ? slowest : slower;
            values[i] = 100 * factor * Math.exp(0.4 * chance.nextGaussian());
        }
        return values;
    }

    private static double atMost(double rate) {
        return rate + 3 * Math.sqrt(rate * (1 - rate) / RUNS);
    }
}
