package com.crewyard.hosting.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.advice.Sensitivity.CellBounds;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatrixPropertyTest {

    private static final double STEP = 1e-6;

    @Property(tries = 300)
    void firstPlaceHoldsWithinTheWeightBoundsAndChangesBeyond(@ForAll("matrices") Matrix matrix) {
        List<Integer> leaders = matrix.leaders();
        List<WeightBounds> all = new SensitivityAnalysis(matrix).bounds().weights();
        for (int i = 0; i < all.size(); i++) {
            WeightBounds bounds = all.get(i);
            int criterion = i;
            if (leaders.size() == 1) {
                bounds.high().ifPresent(high -> {
                    assertThat(weighed(matrix, criterion, high + STEP).leaders())
                            .isNotEqualTo(leaders);
                    assertThat(weighed(matrix, criterion, (high + bounds.weight()) / 2)
                                    .leaders())
                            .isEqualTo(leaders);
                });
                bounds.low().ifPresent(low -> {
                    assertThat(weighed(matrix, criterion, (low + bounds.weight()) / 2)
                                    .leaders())
                            .isEqualTo(leaders);
                    if (low > STEP) {
                        assertThat(weighed(matrix, criterion, low - STEP).leaders())
                                .isNotEqualTo(leaders);
                    }
                });
                if (bounds.high().isEmpty()) {
                    assertThat(weighed(matrix, criterion, bounds.weight() * 1000 + 1000)
                                    .leaders())
                            .isEqualTo(leaders);
                }
            }
        }
    }

    @Property(tries = 300)
    void firstPlaceChangesExactlyWhereACellsBoundSaysSo(@ForAll("matrices") Matrix matrix) {
        List<Integer> leaders = matrix.leaders();
        if (leaders.size() > 1 || matrix.options().size() < 2) {
            return;
        }
        for (CellBounds bounds : new SensitivityAnalysis(matrix).bounds().cells()) {
            int option = matrix.options().indexOf(bounds.category());
            int criterion = matrix.criteria().indexOf(bounds.criterion());
            bounds.change().ifPresent(change -> {
                double beyond = change + Math.signum(change) * STEP;
                assertThat(valued(matrix, option, criterion, beyond).leaders()).isNotEqualTo(leaders);
                assertThat(valued(matrix, option, criterion, change / 2).leaders())
                        .isEqualTo(leaders);
            });
        }
    }

    @Property(tries = 100)
    void sharesOfWinsAddUpToOneAndFollowTheOptionsWhenTheyAreShuffled(
            @ForAll("matrices") Matrix matrix, @ForAll long seed) {
        double[] wins = new SensitivityAnalysis(matrix).wins();
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, matrix.options().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        Matrix shuffled = new Matrix(
                order.stream().map(matrix.options()::get).toList(),
                matrix.criteria(),
                order.stream().map(i -> matrix.values()[i]).toArray(double[][]::new),
                matrix.weights());
        double[] shuffledWins = new SensitivityAnalysis(shuffled).wins();

        assertThat(Arrays.stream(wins).sum()).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-9));
        for (int i = 0; i < order.size(); i++) {
            assertThat(shuffledWins[i]).isEqualTo(wins[order.get(i)], org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Property(tries = 300)
    void multiplyingEveryWeightChangesNoScoreAndNoRank(@ForAll("matrices") Matrix matrix) {
        Matrix heavier = new Matrix(
                matrix.options(),
                matrix.criteria(),
                matrix.values(),
                Arrays.stream(matrix.weights()).map(weight -> weight * 4).toArray());

        for (int i = 0; i < matrix.options().size(); i++) {
            assertThat(heavier.score(i)).isEqualTo(matrix.score(i), org.assertj.core.data.Offset.offset(1e-9));
            assertThat(heavier.rank(i)).isEqualTo(matrix.rank(i));
        }
    }

    @Provide
    Arbitrary<Matrix> matrices() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(1, 7))
                .flatAs((options, criteria) -> Combinators.combine(
                                Arbitraries.integers().between(1, 5).list().ofSize(options * criteria),
                                Arbitraries.integers().between(1, 12).list().ofSize(criteria))
                        .as((values, weights) -> matrix(options, criteria, values, weights)));
    }

    private static Matrix matrix(int options, int criteria, List<Integer> values, List<Integer> weights) {
        double[][] rows = new double[options][criteria];
        for (int i = 0; i < options * criteria; i++) {
            rows[i / criteria][i % criteria] = values.get(i);
        }
        return new Matrix(
                IntStream.range(0, options).mapToObj(i -> "option " + i).toList(),
                IntStream.range(0, criteria).mapToObj(i -> "criterion " + i).toList(),
                rows,
                weights.stream().mapToDouble(weight -> weight / 4.0).toArray());
    }

    private static Matrix weighed(Matrix matrix, int criterion, double weight) {
        double[] weights = matrix.weights().clone();
        weights[criterion] = weight;
        return new Matrix(matrix.options(), matrix.criteria(), matrix.values(), weights);
    }

    private static Matrix valued(Matrix matrix, int option, int criterion, double change) {
        double[][] values = Arrays.stream(matrix.values()).map(double[]::clone).toArray(double[][]::new);
        values[option][criterion] += change;
        return new Matrix(matrix.options(), matrix.criteria(), values, matrix.weights());
    }
}
