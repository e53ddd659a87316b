package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.Metric.Allowed;
import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.Metric.Worse;
import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.OneSided;
import com.crewyard.deployment.analysis.statistics.Sample;
import com.crewyard.deployment.analysis.statistics.ShareComparison;
import com.crewyard.deployment.analysis.statistics.Shift;
import com.crewyard.deployment.analysis.statistics.Tail;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One question asked of one metric, in the direction in which more is worse.
 *
 * @param seen both sides in words: "median 120 ms against 100 ms"
 * @param complete whether the data has so few gaps that it may also say that all is well
 */
record Comparison(
        Metric metric,
        String aspect,
        OneSided difference,
        double allowed,
        String seen,
        Wording wording,
        boolean complete) {

    /** How a difference is written. */
    interface Wording {
        String of(double difference);
    }

    static List<Comparison> of(Measurement measurement) {
        return switch (measurement) {
            case Measurement.Counted counted -> shares(counted);
            case Measurement.Sampled sampled -> readings(sampled);
            case Measurement.Missing missing -> List.of();
        };
    }

    private static List<Comparison> shares(Measurement.Counted counted) {
        ErrorShare metric = counted.metric();
        ShareComparison shares = ShareComparison.of(counted.canary(), counted.control());
        String seen = "%s failed, %s with the old release%s"
                .formatted(
                        share(counted.canary()),
                        share(counted.control()),
                        shares.clustered()
                                ? "; errors come in clusters, so requests count for %s times less"
                                        .formatted(Figures.plain(shares.designEffect()))
                                : "");
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(
                new Comparison(metric, "share of errors", shares, metric.allowed(), seen, Figures::points, true));
        if (metric.ceiling() < ErrorShare.NO_CEILING) {
            comparisons.add(new Comparison(
                    metric,
                    "ceiling of errors",
                    shares.against(metric.ceiling()),
                    metric.ceiling(),
                    share(counted.canary()) + " failed",
                    Figures::percent,
                    true));
        }
        return comparisons;
    }

    private static String share(List<Cell> cells) {
        long requests = cells.stream().mapToLong(Cell::requests).sum();
        long errors = cells.stream().mapToLong(Cell::errors).sum();
        return requests == 0
                ? "none of 0 requests"
                : "%s (%s of %s requests)"
                        .formatted(
                                Figures.percent((double) errors / requests),
                                Figures.count(errors),
                                Figures.count(requests));
    }

    private static List<Comparison> readings(Measurement.Sampled sampled) {
        Reading metric = sampled.metric();
        List<Comparison> comparisons = new ArrayList<>();
        if (metric.worse() != Worse.LOWER) {
            direction(comparisons, metric, sampled.canary(), sampled.control(), false);
        }
        if (metric.worse() != Worse.HIGHER) {
            direction(
                    comparisons,
                    metric,
                    sampled.canary().mirrored(),
                    sampled.control().mirrored(),
                    true);
        }
        return comparisons;
    }

    private static void direction(
            List<Comparison> comparisons, Reading metric, Sample canary, Sample control, boolean mirrored) {
        boolean complete = canary.full() && control.full();
        Wording wording = difference -> Figures.difference(difference, metric.unit(), mirrored);
        double shift = metric.shift().amount(control.median());
        comparisons.add(new Comparison(
                metric,
                "all values, %s".formatted(mirrored ? "lower" : "higher"),
                new Excess(Shift.of(canary, control), Shift.of(canary, worst(control, metric.shift())), shift),
                shift,
                seen("median", metric, canary, control, 0.5, mirrored),
                wording,
                complete));
        Iterator<Tail> beyond = Tail.of(canary, worst(control, metric.tail())).iterator();
        for (Tail tail : Tail.of(canary, control)) {
            long percentile = Math.round(100 * (mirrored ? 1 - tail.quantile() : tail.quantile()));
            String name = "%d%s percentile".formatted(percentile, percentile == 1 ? "st" : "th");
            double allowed = metric.tail().amount(control.quantile(tail.quantile()));
            comparisons.add(new Comparison(
                    metric,
                    name,
                    new Excess(tail, beyond.next(), allowed),
                    allowed,
                    seen(name, metric, canary, control, tail.quantile(), mirrored),
                    wording,
                    complete));
        }
    }

    /** The control as bad as is allowed. */
    private static Sample worst(Sample control, Allowed allowed) {
        return control.map(value -> value + allowed.amount(value));
    }

    private static String seen(
            String what, Reading metric, Sample canary, Sample control, double quantile, boolean mirrored) {
        return "%s %s (%s values), %s (%s values) with the old release"
                .formatted(
                        what,
                        Figures.value(mirrored ? -canary.quantile(quantile) : canary.quantile(quantile), metric.unit()),
                        Figures.count(canary.size()),
                        Figures.value(
                                mirrored ? -control.quantile(quantile) : control.quantile(quantile), metric.unit()),
                        Figures.count(control.size()));
    }
}
