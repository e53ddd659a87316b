package com.crewyard.deployment.analysis.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether values lie higher: the test of Mann and Whitney (Annals of Mathematical Statistics 18, 1947), exact with ties up to
 * {@value #EXACT} values and by the normal approximation with tie and continuity correction above; the shift of Hodges and
 * Lehmann (ibid. 34, 1963), the median of all differences between the sides; and its distribution-free limits, which are
 * conservative with ties (Lehmann, Nonparametrics, 1975, § 2.6).
 */
public final class Shift implements OneSided {

    static final int EXACT = 60;

    private final double[] canary;
    private final double[] control;

    /** Both sorted upwards, finite. */
    Shift(double[] canary, double[] control) {
        this.canary = canary;
        this.control = control;
    }

    public static Shift of(Sample canary, Sample control) {
        return new Shift(canary.sorted(), control.sorted());
    }

    @Override
    public double p() {
        int all = canary.length + control.length;
        if (canary.length == 0 || control.length == 0) {
            return 1;
        }
        double[] together = together();
        int[] ranks = doubledRanks(together);
        long sum = 0;
        for (double value : canary) {
            sum += ranks[Arrays.binarySearch(together, value)];
        }
        if (all <= EXACT) {
            return RankDistribution.of(ranks, canary.length).atLeast((int) sum);
        }
        double pairs = (double) canary.length * control.length;
        double u = sum / 2.0 - canary.length * (canary.length + 1.0) / 2;
        double variance = pairs / 12 * (all + 1 - ties(together) / ((double) all * (all - 1)));
        if (variance <= 0) {
            return 1;
        }
        return 1 - new NormalDistribution().cumulativeProbability((u - pairs / 2 - 0.5) / Math.sqrt(variance));
    }

    @Override
    public double estimate() {
        if (canary.length == 0 || control.length == 0) {
            return Double.NaN;
        }
        long pairs = (long) canary.length * control.length;
        double lower = difference((pairs + 1) / 2);
        return pairs % 2 == 1 ? lower : lower + (difference(pairs / 2 + 1) - lower) / 2;
    }

    /** Share of pairs in which the canary's value is the higher, half for each that is equal; not a number for no pair. */
    public double probabilityAbove() {
        long above = 0;
        long equal = 0;
        int lower = 0;
        int notHigher = 0;
        for (double value : canary) {
            while (lower < control.length && control[lower] < value) {
                lower++;
            }
            while (notHigher < control.length && control[notHigher] <= value) {
                notHigher++;
            }
            above += lower;
            equal += notHigher - lower;
        }
        return (above + equal / 2.0) / ((double) canary.length * control.length);
    }

    @Override
    public double upper(double level) {
        return left(level)
                .map(left -> difference((long) canary.length * control.length - left))
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public double lower(double level) {
        return left(level).map(left -> difference(left + 1)).orElse(Double.NEGATIVE_INFINITY);
    }

    /** How many of the ordered differences may be left out at an end: the highest C with P(U ≤ C) ≤ level. */
    private Optional<Long> left(double level) {
        int all = canary.length + control.length;
        if (canary.length == 0 || control.length == 0 || level <= 0) {
            return Optional.empty();
        }
        if (all <= EXACT) {
            int lowest = canary.length * (canary.length + 1);
            int critical = RankDistribution.untied(all, canary.length).lowerCritical(level) - lowest;
            return critical < 0 ? Optional.empty() : Optional.of(critical / 2L);
        }
        double pairs = (double) canary.length * control.length;
        double z = new NormalDistribution().inverseCumulativeProbability(1 - level);
        double critical = Math.floor(pairs / 2 - 0.5 - z * Math.sqrt(pairs * (all + 1) / 12));
        return critical < 0 ? Optional.empty() : Optional.of((long) critical);
    }

    /**
     * The k-th smallest of all differences, canary less control, counted from 1: found by halving the interval of doubles that
     * holds it, so in time that grows with the number of values and not of pairs.
     */
    private double difference(long k) {
        long low = ordered(canary[0] - control[control.length - 1]);
        long high = ordered(canary[canary.length - 1] - control[0]);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (atMost(unordered(middle)) >= k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return unordered(low);
    }

    private long atMost(double difference) {
        long count = 0;
        int from = 0;
        for (double value : canary) {
            while (from < control.length && value - control[from] > difference) {
                from++;
            }
            count += control.length - from;
        }
        return count;
    }

    /** Longs in the order of the doubles. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double unordered(long bits) {
        return Double.longBitsToDouble(bits < 0 ? Long.MIN_VALUE - bits : bits);
    }

    private double[] together() {
        double[] together = Arrays.copyOf(canary, canary.length + control.length);
        System.arraycopy(control, 0, together, canary.length, control.length);
        Arrays.sort(together);
        return together;
    }

    private static int[] doubledRanks(double[] sorted) {
        int[] ranks = new int[sorted.length];
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            Arrays.fill(ranks, from, to, from + 1 + to);
            from = to;
        }
        return ranks;
    }

    /** Sum of t³ − t over groups of t equal values. */
    private static double ties(double[] sorted) {
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double size = to - from;
            sum += size * size * size - size;
            from = to;
        }
        return sum;
    }
}
