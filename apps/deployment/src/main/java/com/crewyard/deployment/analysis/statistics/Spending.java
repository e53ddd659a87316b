package com.crewyard.deployment.analysis.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How much of an error probability has been spent when a share of the data has been looked at (Lan and DeMets, Biometrika 70,
 * 1983). Both spend all of it at 1 and nothing at 0.
 */
public enum Spending {
    /** Hardly anything at first, so that the last look is nearly a single test: 2 − 2Φ(z(α/2) / √t). */
    OBRIEN_FLEMING {
        @Override
        public double spent(double alpha, double share) {
            NormalDistribution normal = new NormalDistribution();
            double z = normal.inverseCumulativeProbability(1 - alpha / 2);
            return 2 * normal.cumulativeProbability(-z / Math.sqrt(share));
        }
    },
    /** About as much at each look: α ln(1 + (e − 1)t). */
    POCOCK {
        @Override
        public double spent(double alpha, double share) {
            return alpha * Math.log(1 + (Math.E - 1) * share);
        }
    };

    /**
     * @param alpha probability of a false alarm over all looks
     * @param share of the planned data, above 0 and at most 1
     */
    public abstract double spent(double alpha, double share);
}
