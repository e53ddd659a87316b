package com.crewyard.deployment.analysis.statistics;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/** Exact inference on shares. */
public final class Proportions {

    private static final double NEGLIGIBLE = 1e-18;

    private Proportions() {}

    /**
     * Fisher's exact test in one direction: the probability of at least {@code hits} among {@code trials} when all hits are
     * dealt to both sides by chance (R. A. Fisher, Statistical Methods for Research Workers, 1934, § 21.02).
     */
    public static double fisher(int hits, int trials, int otherHits, int otherTrials) {
        int all = Math.addExact(trials, otherTrials);
        int allHits = hits + otherHits;
        int lowest = Math.max(0, allHits - otherTrials);
        int highest = Math.min(allHits, trials);
        if (hits <= lowest) {
            return 1;
        }
        HypergeometricDistribution dealt = new HypergeometricDistribution(all, allHits, trials);
        double mode = Math.floor((allHits + 1.0) * (trials + 1.0) / (all + 2.0));
        if (hits > mode) {
            double term = Math.exp(dealt.logProbability(hits));
            double sum = term;
            for (int k = hits; k < highest && term > sum * NEGLIGIBLE; k++) {
                term *= (double) (allHits - k) * (trials - k) / ((k + 1.0) * ((double) otherTrials - allHits + k + 1));
                sum += term;
            }
            return Math.min(1, sum);
        }
        double term = Math.exp(dealt.logProbability(hits - 1));
        double sum = term;
        for (int k = hits - 1; k > lowest && term > sum * NEGLIGIBLE; k--) {
            term *= (double) k * ((double) otherTrials - allHits + k) / ((allHits - k + 1.0) * (trials - k + 1.0));
            sum += term;
        }
        return Math.max(0, 1 - sum);
    }

    /**
     * Upper limit of a share by Clopper and Pearson (Biometrika 26, 1934). Trials need not be whole: effective sizes of
     * clustered samples go in as they are (Korn and Graubard, Survey Methodology 24, 1998).
     */
    public static double upper(double hits, double trials, double level) {
        return hits >= trials || level <= 0
                ? 1
                : new BetaDistribution(hits + 1, trials - hits).inverseCumulativeProbability(1 - level);
    }

    /** Lower limit of a share; see {@link #upper}. */
    public static double lower(double hits, double trials, double level) {
        return hits <= 0 || level <= 0
                ? 0
                : new BetaDistribution(hits, trials - hits + 1).inverseCumulativeProbability(level);
    }

    /** Probability of at least {@code hits} when the share is {@code share}: the tail of the binomial as a beta integral. */
    public static double atLeast(double hits, double trials, double share) {
        if (hits <= 0) {
            return 1;
        }
        return share >= 1 ? 1 : new BetaDistribution(hits, trials - hits + 1).cumulativeProbability(share);
    }
}
