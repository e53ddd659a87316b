package com.crewyard.recruiting.matching.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A mean with its 95 % confidence interval, by the percentile bootstrap over queries (Efron 1979; Sakai 2006). */
record Interval(double mean, double low, double high) {

    static final int SAMPLES = 2_000;

    private static final long SEED = 20_261_121;
    private static final double TAIL = 0.025;

    /** The same values always give the same interval. */
    static Interval of(double[] values) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(
                Arrays.stream(values).average().orElse(0),
                means[(int) Math.floor(TAIL * (SAMPLES - 1))],
                means[(int) Math.ceil((1 - TAIL) * (SAMPLES - 1))]);
    }

    /** Of the differences query by query: paired, so that easy and hard queries do not blur them. */
    static Interval ofDifference(double[] one, double[] other) {
        double[] differences = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            differences[i] = one[i] - other[i];
        }
        return of(differences);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", mean, low, high);
    }
}
