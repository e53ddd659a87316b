package com.crewyard.hosting.advice;

import com.crewyard.hosting.advice.Sensitivity.CellBounds;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Solves for the points where first place changes. A score is linear in each weight and in each cell, so the points
 * are exact: the leader's lead over another divided by how fast that lead shrinks.
 */
final class SensitivityAnalysis {

    static final int DRAWS = 10_000;

    /** Any number would do; the same one gives the same shares. */
    private static final long SEED = 20_260_101L;

    private static final double WORST = 1;
    private static final double BEST = 5;

    private final Matrix matrix;
    private final List<Integer> leaders;

    SensitivityAnalysis(Matrix matrix) {
        this.matrix = matrix;
        this.leaders = matrix.leaders();
    }

    Sensitivity bounds() {
        List<WeightBounds> weights = new ArrayList<>();
        for (int i = 0; i < matrix.criteria().size(); i++) {
            weights.add(leaders.size() > 1 ? weightOfTie(i) : weight(i));
        }
        List<CellBounds> cells = new ArrayList<>();
        for (int option = 0; option < matrix.options().size(); option++) {
            for (int i = 0; i < matrix.criteria().size(); i++) {
                cells.add(cell(option, i));
            }
        }
        return new Sensitivity(
                leaders.stream().map(matrix.options()::get).toList(),
                leaders.size() > 1,
                DRAWS,
                List.copyOf(weights),
                List.copyOf(cells));
    }

    private WeightBounds weight(int criterion) {
        int leader = leaders.getFirst();
        double weight = matrix.weights()[criterion];
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        Optional<String> below = Optional.empty();
        Optional<String> above = Optional.empty();
        for (int other = 0; other < matrix.options().size(); other++) {
            double lead = matrix.points(leader) - matrix.points(other);
            double slope = matrix.values()[leader][criterion] - matrix.values()[other][criterion];
            if (!leaders.contains(other) && slope > 0 && weight - lead / slope > low) {
                low = weight - lead / slope;
                below = Optional.of(matrix.options().get(other));
            }
            if (!leaders.contains(other) && slope < 0 && weight + lead / -slope < high) {
                high = weight + lead / -slope;
                above = Optional.of(matrix.options().get(other));
            }
        }
        boolean reachable = low >= 0;
        return new WeightBounds(
                matrix.criteria().get(criterion),
                weight,
                reachable ? OptionalDouble.of(low) : OptionalDouble.empty(),
                reachable ? below : Optional.empty(),
                Double.isFinite(high) ? OptionalDouble.of(high) : OptionalDouble.empty(),
                above);
    }

    /** A tie holds at this weight only, unless everybody in it scores the same on the criterion. */
    private WeightBounds weightOfTie(int criterion) {
        double weight = matrix.weights()[criterion];
        Comparator<Integer> byValue = Comparator.comparingDouble(option -> matrix.values()[option][criterion]);
        int most = leaders.stream().max(byValue).orElseThrow();
        int least = leaders.stream().min(byValue).orElseThrow();
        if (matrix.values()[most][criterion] - matrix.values()[least][criterion] <= Matrix.TIE) {
            return weight(criterion);
        }
        return new WeightBounds(
                matrix.criteria().get(criterion),
                weight,
                OptionalDouble.of(weight),
                Optional.of(matrix.options().get(least)),
                OptionalDouble.of(weight),
                Optional.of(matrix.options().get(most)));
    }

    private CellBounds cell(int option, int criterion) {
        double weight = matrix.weights()[criterion];
        double value = matrix.values()[option][criterion];
        boolean leads = leaders.contains(option);
        Optional<Integer> rival = leads ? runnerUp(option) : Optional.of(leaders.getFirst());
        if (weight <= 0 || rival.isEmpty()) {
            return bounds(option, criterion, OptionalDouble.empty(), Optional.empty());
        }
        double change = (matrix.points(rival.get()) - matrix.points(option)) / weight;
        boolean within = value + change >= WORST - Matrix.TIE && value + change <= BEST + Matrix.TIE;
        return bounds(
                option,
                criterion,
                within ? OptionalDouble.of(Math.abs(change) <= Matrix.TIE ? 0 : change) : OptionalDouble.empty(),
                within ? Optional.of(matrix.options().get(leads ? rival.get() : option)) : Optional.empty());
    }

    private CellBounds bounds(int option, int criterion, OptionalDouble change, Optional<String> then) {
        return new CellBounds(
                matrix.options().get(option),
                matrix.criteria().get(criterion),
                matrix.values()[option][criterion],
                change,
                then);
    }

    private Optional<Integer> runnerUp(int leader) {
        return IntStream.range(0, matrix.options().size())
                .filter(option -> option != leader)
                .boxed()
                .max(Comparator.<Integer>comparingDouble(matrix::points).thenComparing(Comparator.reverseOrder()));
    }

    /**
     * The share of weightings in which each option comes first; those who tie share the draw. Weightings are uniform
     * on the simplex: exponential variates over their sum (Devroye, Non-Uniform Random Variate Generation, 1986, V.2).
     */
    double[] wins() {
        double[] wins = new double[matrix.options().size()];
        if (wins.length == 0) {
            return wins;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] weights = new double[matrix.criteria().size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -StrictMath.log(1 - random.nextDouble());
            }
            double[] points = new double[wins.length];
            double best = Double.NEGATIVE_INFINITY;
            for (int option = 0; option < wins.length; option++) {
                points[option] = matrix.points(option, weights);
                best = Math.max(best, points[option]);
            }
            int tied = 0;
            for (double own : points) {
                tied += best - own <= Matrix.TIE ? 1 : 0;
            }
            for (int option = 0; option < wins.length; option++) {
                wins[option] += best - points[option] <= Matrix.TIE ? 1.0 / tied : 0;
            }
        }
        for (int option = 0; option < wins.length; option++) {
            wins[option] /= DRAWS;
        }
        return wins;
    }
}
