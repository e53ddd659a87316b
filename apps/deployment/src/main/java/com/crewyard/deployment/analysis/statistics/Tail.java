package com.crewyard.deployment.analysis.statistics;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Whether the slowest got slower, or the highest higher: how many values of each side lie above a quantile of both together,
 * by Fisher's exact test. Given all values, which side has which is chance under the hypothesis, so the threshold may come from
 * them. Limits of the difference between the sides' quantiles are recovered from distribution-free limits of each (order
 * statistics; David and Nagaraja, Order Statistics, 2003, § 7.1) as in Zou and Donner, Statistics in Medicine 27, 2008.
 */
public final class Tail implements OneSided {

    /** Values that must be expected above a quantile on each side before the quantile is looked at. */
    private static final int ENOUGH = 10;

    private static final double[] QUANTILES = {0.95, 0.90, 0.75};
    private static final double FARTHEST = 0.99;

    private final double quantile;
    private final Sample canary;
    private final Sample control;

    Tail(double quantile, Sample canary, Sample control) {
        this.quantile = quantile;
        this.canary = canary;
        this.control = control;
    }

    /** One for each of {@link #quantiles}. */
    public static List<Tail> of(Sample canary, Sample control) {
        return quantiles(Math.min(canary.size(), control.size())).stream()
                .map(quantile -> new Tail(quantile, canary, control))
                .toList();
    }

    /** The highest of the 95th, 90th and 75th percentile that a sample of this size can speak of, and the 99th if it can. */
    public static List<Double> quantiles(int size) {
        double nearest = Arrays.stream(QUANTILES)
                .filter(quantile -> speaks(quantile, size))
                .findFirst()
                .orElse(QUANTILES[QUANTILES.length - 1]);
        return speaks(FARTHEST, size) ? List.of(nearest, FARTHEST) : List.of(nearest);
    }

    /** Between 0 and 1. */
    public double quantile() {
        return quantile;
    }

    @Override
    public double p() {
        int all = canary.size() + control.size();
        if (canary.size() == 0 || control.size() == 0) {
            return 1;
        }
        double[] together = Arrays.copyOf(canary.sorted(), all);
        System.arraycopy(control.sorted(), 0, together, canary.size(), control.size());
        Arrays.sort(together);
        double wanted = (1 - quantile) * all;
        double threshold = together[Math.clamp((long) Math.ceil(quantile * all) - 1, 0, all - 1)];
        int above = above(together, threshold, true);
        boolean strictly = Math.abs(above - wanted) <= Math.abs(above(together, threshold, false) - wanted);
        return Proportions.fisher(
                above(canary.sorted(), threshold, strictly),
                canary.size(),
                above(control.sorted(), threshold, strictly),
                control.size());
    }

    @Override
    public double estimate() {
        return canary.quantile(quantile) - control.quantile(quantile);
    }

    @Override
    public double upper(double level) {
        return estimate()
                + Math.hypot(
                        upper(canary, level) - canary.quantile(quantile),
                        control.quantile(quantile) - lower(control, level));
    }

    @Override
    public double lower(double level) {
        return estimate()
                - Math.hypot(
                        canary.quantile(quantile) - lower(canary, level),
                        upper(control, level) - control.quantile(quantile));
    }

    /**
     * Standard error of the sample's quantile times the root of the sample's size, from its own limits; infinite when the
     * sample is too small.
     */
    public static double spread(Sample sample, double quantile) {
        double level = 0.025;
        double z = 1.959964;
        Tail tail = new Tail(quantile, sample, sample);
        return (tail.upper(sample, level) - tail.lower(sample, level)) / (2 * z) * Math.sqrt(sample.size());
    }

    private double upper(Sample sample, double level) {
        if (sample.size() == 0 || level <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        int index = new BinomialDistribution(sample.size(), quantile).inverseCumulativeProbability(1 - level);
        return index >= sample.size()
                ? Double.POSITIVE_INFINITY
                : Math.max(sample.sorted()[index], sample.quantile(quantile));
    }

    private double lower(Sample sample, double level) {
        if (sample.size() == 0 || level <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        int index = new BinomialDistribution(sample.size(), quantile).inverseCumulativeProbability(level);
        return index <= 0 ? Double.NEGATIVE_INFINITY : Math.min(sample.sorted()[index - 1], sample.quantile(quantile));
    }

    private static boolean speaks(double quantile, int size) {
        return (1 - quantile) * size >= ENOUGH - 1e-9;
    }

    private static int above(double[] sorted, double threshold, boolean strictly) {
        int count = 0;
        for (int i = sorted.length - 1; i >= 0; i--) {
            if (strictly ? sorted[i] <= threshold : sorted[i] < threshold) {
                break;
            }
            count++;
        }
        return count;
    }
}
