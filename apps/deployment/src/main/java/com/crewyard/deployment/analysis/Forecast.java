package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.Metric.Worse;
import com.crewyard.deployment.analysis.statistics.Sample;
import com.crewyard.deployment.analysis.statistics.Shift;
import com.crewyard.deployment.analysis.statistics.Tail;
import com.crewyard.kernel.Violations;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How long a canary has to run until a release that is as good as the old one passes, told before it starts.
 *
 * @param metrics in the order they were asked for
 */
public record Forecast(List<Expected> metrics) {

    /** Probability with which a release as good as the old one passes within the time told. */
    public static final double POWER = 0.9;

    /** A metric passes when all of it and its tail do. */
    private static final int COMPARISONS = 2;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    public Forecast {
        metrics = List.copyOf(metrics);
    }

    /** What is known of the old release today. */
    public sealed interface Baseline {

        Metric metric();

        /** Of both releases together: requests, or points of a query. */
        double perSecond();

        record Errors(ErrorShare metric, long requests, long errors, double perSecond) implements Baseline {}

        record Values(Reading metric, Sample values, double perSecond) implements Baseline {}
    }

    /**
     * @param canary how many requests or values the canary needs; empty when what is known of the old release cannot tell
     * @param time until it has them
     */
    public record Expected(Metric metric, Optional<Long> canary, Optional<Duration> time, String sentence) {}

    /** The longest, since every metric has to pass; empty when one of them cannot be told. */
    public Optional<Duration> time() {
        return metrics.stream().allMatch(one -> one.time().isPresent())
                ? metrics.stream().flatMap(one -> one.time().stream()).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /**
     * @param looks the whole plan of looks, up to the last
     * @param share of the traffic that the canary gets, between 0 and 1
     */
    public static Forecast of(Rules rules, Looks looks, double share, List<Baseline> baselines) {
        Violations violations = new Violations();
        violations.require(
                share > 0 && share < 1,
                "share",
                "The canary gets a share of %s of the traffic; write a number between 0 and 1".formatted(share));
        violations.throwIfAny();
        double z = -NORMAL.inverseCumulativeProbability(new Levels(rules.spending()).of(rules.falsePass(), looks))
                + NORMAL.inverseCumulativeProbability(1 - (1 - POWER) / COMPARISONS);
        return new Forecast(
                baselines.stream().map(one -> expected(one, z, share)).toList());
    }

    private static Expected expected(Baseline baseline, double z, double share) {
        double needed = Math.ceil(
                switch (baseline) {
                    case Baseline.Errors errors -> requests(errors, z, share);
                    case Baseline.Values values -> values(values, z, share);
                });
        double seconds = needed / (baseline.perSecond() * share);
        if (!Double.isFinite(seconds) || seconds > Duration.ofDays(3650).toSeconds()) {
            return new Expected(
                    baseline.metric(),
                    Optional.empty(),
                    Optional.empty(),
                    "%s: what is known of the old release is too little to tell how long this takes."
                            .formatted(baseline.metric().name()));
        }
        Duration time = Duration.ofSeconds(Math.max(1, Math.round(Math.ceil(seconds))));
        return new Expected(
                baseline.metric(),
                Optional.of((long) needed),
                Optional.of(time),
                "%s: the canary needs %s values, which at %s a second and %s of the traffic takes about %s."
                        .formatted(
                                baseline.metric().name(),
                                Figures.count((long) needed),
                                Figures.plain(baseline.perSecond()),
                                Figures.percent(share),
                                Figures.duration(time)));
    }

    /**
     * Sample size of a test that a difference of shares is below what is allowed, the canary's share taken at the highest that
     * passes (Farrington and Manning, Statistics in Medicine 9, 1990, in its unrestricted form), and at least what an exact
     * limit takes when nothing fails.
     */
    private static double requests(Baseline.Errors errors, double z, double share) {
        double allowed = errors.metric().allowed();
        double before = errors.requests() == 0 ? Double.NaN : (errors.errors() + 1.0) / (errors.requests() + 2.0);
        double highest = Math.min(1, before + allowed);
        double variance = highest * (1 - highest) + before * (1 - before) * share / (1 - share);
        return Math.max(z * z * variance / (allowed * allowed), z * z / (2 * allowed));
    }

    /** The most of what the shift (Noether, JASA 82, 1987) and the tail need. */
    private static double values(Baseline.Values baseline, double z, double share) {
        Reading metric = baseline.metric();
        double needed = 0;
        if (metric.worse() != Worse.LOWER) {
            needed = needed(metric, baseline.values(), z, share);
        }
        if (metric.worse() != Worse.HIGHER) {
            needed = Math.max(needed, needed(metric, baseline.values().mirrored(), z, share));
        }
        return needed;
    }

    private static double needed(Reading metric, Sample values, double z, double share) {
        if (values.size() < 2) {
            return Double.NaN;
        }
        Sample worst = values.map(value -> value + metric.shift().amount(value));
        double above = Shift.of(worst, values).probabilityAbove();
        double needed = z * z * sides(metric.shift(), share) / (12 * (above - 0.5) * (above - 0.5));
        for (double quantile : Tail.quantiles((int) Math.min(needed, Integer.MAX_VALUE))) {
            double tail = z * Tail.spread(values, quantile) / metric.tail().amount(values.quantile(quantile));
            needed = Math.max(needed, tail * tail * sides(metric.tail(), share));
        }
        return needed;
    }

    /** Variance of the difference in variances of the canary; what is allowed is itself known from the old release only. */
    private static double sides(Metric.Allowed allowed, double share) {
        double weight = allowed instanceof Metric.Allowed.Ratio(double ratio) ? 1 + ratio : 1;
        return 1 + weight * weight * share / (1 - share);
    }
}
