package com.crewyard.recruiting.matching.internal;

import java.util.Arrays;

/**
 * How well a number tells two groups apart: the chance that one of the first has more of it than one of the second, equals
 * counting half (H. Mann, D. Whitney, <em>On a Test of Whether one of Two Random Variables is Stochastically Larger than
 * the Other</em>, 1947), and how many standard errors that is away from chance, ties allowed for.
 *
 * @param chance 0 to 1, one half when the number tells nothing
 * @param deviations above 0 when the first group has more
 */
record Separation(double chance, double deviations) {

    static Separation of(double[] first, double[] second) {
        double all = (double) first.length * second.length;
        if (all == 0) {
            return new Separation(0.5, 0);
        }
        double wins = 0;
        for (double one : first) {
            for (double other : second) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        double variance = all / 12 * (first.length + second.length + 1 - ties(first, second));
        return new Separation(wins / all, variance <= 0 ? 0 : (wins - all / 2) / Math.sqrt(variance));
    }

    /** What equal values take off the variance. */
    private static double ties(double[] first, double[] second) {
        double[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        Arrays.sort(joined);
        double n = joined.length;
        double sum = 0;
        for (int from = 0; from < joined.length; ) {
            int to = from;
            while (to < joined.length && joined[to] == joined[from]) {
                to++;
            }
            double equal = to - from;
            sum += equal * equal * equal - equal;
            from = to;
        }
        return n < 2 ? 0 : sum / (n * (n - 1));
    }
}
