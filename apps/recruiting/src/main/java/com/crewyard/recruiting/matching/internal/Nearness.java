package com.crewyard.recruiting.matching.internal;

/**
 * What cosines of a model mean: how far above what unrelated texts have.
 *
 * @param mean cosine of a post with the best passage, or of a post's title with a lead, over resumes of all trades
 * @param deviation of those cosines
 */
record Nearness(double mean, double deviation) {

    /** So many deviations above the mean is half of all there is. */
    private static final double MIDDLE = 2;

    private static final double SLOPE = 1.2;
    /** How far a pool may move the mean, in deviations: a pool of one trade is no pool of strangers. */
    private static final double MOST_SHIFT = 1;

    private static final double SHARE_OF_POOL = 0.5;
    private static final double ASSUMED = 100;

    /**
     * The same measure for a pool: half way from the general mean to the pool's, less for a small pool. The general mean
     * keeps scores comparable between pools; the pool's takes out how near a post is to resumes of any kind.
     */
    Nearness among(double[] cosines) {
        double sum = 0;
        for (double cosine : cosines) {
            sum += cosine;
        }
        double shift = cosines.length == 0 ? 0 : sum / cosines.length - mean;
        double bounded = Math.clamp(shift, -MOST_SHIFT * deviation, MOST_SHIFT * deviation);
        double share = SHARE_OF_POOL * cosines.length / (cosines.length + ASSUMED);
        return new Nearness(mean + share * bounded, deviation);
    }

    /** A cosine on a scale from 0 to 1, by the logistic function. */
    double value(double cosine) {
        return 1 / (1 + Math.exp(-SLOPE * ((cosine - mean) / deviation - MIDDLE)));
    }
}
