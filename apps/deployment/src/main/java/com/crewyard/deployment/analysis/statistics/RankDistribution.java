package com.crewyard.deployment.analysis.statistics;

/** Exact distribution of the sum of the ranks that a side of a given size gets by chance, ties and all. */
final class RankDistribution {

    private final double[] probabilities;

    private RankDistribution(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /** @param ranks of both sides together, doubled so that shared ranks are whole */
    static RankDistribution of(int[] ranks, int size) {
        int highest = 0;
        for (int rank : ranks) {
            highest += rank;
        }
        double[][] ways = new double[size + 1][highest + 1];
        ways[0][0] = 1;
        for (int taken = 0; taken < ranks.length; taken++) {
            for (int chosen = Math.min(size, taken + 1); chosen > 0; chosen--) {
                for (int sum = highest; sum >= ranks[taken]; sum--) {
                    ways[chosen][sum] += ways[chosen - 1][sum - ranks[taken]];
                }
            }
        }
        double all = 0;
        for (double way : ways[size]) {
            all += way;
        }
        double[] probabilities = new double[highest + 1];
        for (int sum = 0; sum <= highest; sum++) {
            probabilities[sum] = ways[size][sum] / all;
        }
        return new RankDistribution(probabilities);
    }

    /** Ranks 1 to {@code all} without ties, doubled. */
    static RankDistribution untied(int all, int size) {
        int[] ranks = new int[all];
        for (int i = 0; i < all; i++) {
            ranks[i] = 2 * (i + 1);
        }
        return of(ranks, size);
    }

    double atLeast(int sum) {
        double p = 0;
        for (int i = probabilities.length - 1; i >= Math.max(0, sum); i--) {
            p += probabilities[i];
        }
        return Math.min(1, p);
    }

    /** The highest sum that is reached or gone below with at most this probability; -1 when there is none. */
    int lowerCritical(double level) {
        double p = 0;
        for (int sum = 0; sum < probabilities.length; sum++) {
            p += probabilities[sum];
            if (p > level) {
                return sum - 1;
            }
        }
        return probabilities.length - 1;
    }
}
