package com.crewyard.deployment.analysis.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.DoubleUnaryOperator;

/** Values of one side, in no order that matters. What is no finite number is a gap. */
public final class Sample {

    private final double[] sorted;
    private final int gaps;

    private Sample(double[] sorted, int gaps) {
        this.sorted = sorted;
        this.gaps = gaps;
    }

    public static Sample of(double... values) {
        double[] finite = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(value -> value + 0.0) // no negative zero
                .sorted()
                .toArray();
        return new Sample(finite, values.length - finite.length);
    }

    public static Sample of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How many finite values there are. */
    public int size() {
        return sorted.length;
    }

    /** How many values were no finite numbers. */
    public int gaps() {
        return gaps;
    }

    /** Whether more than a fifth of what should be there is not. */
    public boolean full() {
        return gaps * 5L <= sorted.length + (long) gaps;
    }

    /**
     * The value that a share of the sample does not exceed, between order statistics in proportion (Hyndman and Fan, The
     * American Statistician 50, 1996, definition 7); not a number for an empty sample.
     */
    public double quantile(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        double value = sorted[below];
        return below + 1 < sorted.length ? value + (position - below) * (sorted[below + 1] - value) : value;
    }

    public double median() {
        return quantile(0.5);
    }

    /** The same with the sign of every value turned, so that higher becomes lower. */
    public Sample mirrored() {
        return map(value -> 0.0 - value);
    }

    /** Every value as it becomes. */
    public Sample map(DoubleUnaryOperator change) {
        return new Sample(Arrays.stream(sorted).map(change).sorted().toArray(), gaps);
    }

    double[] sorted() {
        return sorted;
    }
}
