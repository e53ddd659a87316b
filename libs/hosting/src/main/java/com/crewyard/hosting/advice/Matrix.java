package com.crewyard.hosting.advice;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The arithmetic of a weighted decision matrix.
 *
 * @param values option × criterion
 * @param weights one for each criterion, none negative, at least one positive
 */
record Matrix(List<String> options, List<String> criteria, double[][] values, double[] weights) {

    /** Below it two scores are the same: a billion times finer than what authors score in. */
    static final double TIE = 1e-9;

    Matrix {
        if (values.length != options.size() || weights.length != criteria.size()) {
            throw new IllegalArgumentException("%d rows of values for %d options, %d weights for %d criteria"
                    .formatted(values.length, options.size(), weights.length, criteria.size()));
        }
    }

    /** Not divided by the weights' sum, which changes no order. */
    double points(int option) {
        return points(option, weights);
    }

    double points(int option, double[] byWeights) {
        double points = 0;
        for (int i = 0; i < byWeights.length; i++) {
            points += byWeights[i] * values[option][i];
        }
        return points;
    }

    /** The weighted mean, on the scale of the values. */
    double score(int option) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        return all == 0 ? 0 : points(option) / all;
    }

    /** Everything in first place; more than one for a tie. */
    List<Integer> leaders() {
        double best = IntStream.range(0, options.size())
                .mapToDouble(this::points)
                .max()
                .orElse(0);
        return IntStream.range(0, options.size())
                .filter(option -> best - points(option) <= TIE)
                .boxed()
                .toList();
    }

    /** 1 for the best; ties share a rank and the next one is skipped. */
    int rank(int option) {
        double points = points(option);
        return 1
                + (int) IntStream.range(0, options.size())
                        .filter(other -> points(other) - points > TIE)
                        .count();
    }
}
