package com.crewyard.deployment.analysis.statistics;

/**
 * A comparison of two sides in one direction: is the canary higher than the control, and by how much. All limits are
 * one-sided and in the unit of what was measured.
 */
public interface OneSided {

    /** Probability of a difference at least this high when both sides are alike; 1 when nothing can be said. */
    double p();

    /** Best estimate of how much higher the canary is; not a number when nothing can be said. */
    double estimate();

    /** The difference is below this with confidence {@code 1 − level}; infinite when the data cannot say. */
    double upper(double level);

    /** The difference is above this with confidence {@code 1 − level}; negative infinite when the data cannot say. */
    double lower(double level);
}
