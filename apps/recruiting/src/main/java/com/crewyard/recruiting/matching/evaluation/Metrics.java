package com.crewyard.recruiting.matching.evaluation;

/** How good the order of an answer is, where each entry is relevant or not. */
final class Metrics {

    static final int DEPTH = 10;

    private Metrics() {}

    /**
     * Normalised discounted cumulative gain at {@value #DEPTH} (Järvelin and Kekäläinen 2002), with gains 0 and 1.
     *
     * @param relevant entries of the answer, best first
     * @param all relevant ones there are, at least 1
     */
    static double discountedGain(boolean[] relevant, int all) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < DEPTH; i++) {
            double discount = Math.log(2) / Math.log(i + 2);
            if (i < relevant.length && relevant[i]) {
                gain += discount;
            }
            if (i < all) {
                ideal += discount;
            }
        }
        return gain / ideal;
    }

    /** Mean of the precisions at each relevant entry; those that are not in the answer count as 0. */
    static double averagePrecision(boolean[] relevant, int all) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < relevant.length; i++) {
            if (relevant[i]) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return sum / all;
    }
}
