package com.crewyard.deployment.analysis;

/**
 * What one comparison says of one metric.
 *
 * @param aspect what was compared: the share of errors, all values, a percentile
 * @param estimate how much worse the canary is, best estimate in the unit of the metric; not a number when unknown
 * @param lower the canary is worse by at least this; negative infinite when the data cannot say
 * @param upper and by at most this; infinite when the data cannot say
 * @param allowed how much worse it may be
 * @param p probability of such a difference between two equal releases
 * @param level what {@code p} must not exceed at this look for it to count
 * @param sentence all of it, to be read
 */
public record Judgement(
        Metric metric,
        String aspect,
        Outcome outcome,
        double estimate,
        double lower,
        double upper,
        double allowed,
        double p,
        double level,
        String sentence) {

    public enum Outcome {
        /** Worse than the old release beyond chance, and by more than is allowed. */
        WORSE,
        /** Not worse by more than is allowed, beyond chance. */
        SAFE,
        /** Neither has been shown. */
        UNCLEAR
    }
}
