package com.crewyard.hosting.research;

/** One cell of a decision matrix, 1 to 5 with 5 best; low and high differ when the author wrote a range. */
public record Score(double low, double high, int line) {

    static final double WORST = 1;
    static final double BEST = 5;

    public Score {
        if (!(low >= WORST && high <= BEST && low <= high)) {
            throw new IllegalArgumentException("score %s to %s is outside %s to %s".formatted(low, high, WORST, BEST));
        }
    }

    public double value() {
        return (low + high) / 2;
    }
}
