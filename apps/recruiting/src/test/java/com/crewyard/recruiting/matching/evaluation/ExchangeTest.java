package com.crewyard.recruiting.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Offset<Double> EXACTLY = Offset.offset(1e-12);

    @Test
    void nothingChangesForNobodyPreferred() {
        List<List<Double>> same = resumes(0);

        Exchange exchange = Exchange.of(List.of(same, same, same));

        assertThat(exchange).isEqualTo(new Exchange(0, 1, 1));
    }

    @Test
    void somebodyPreferredByPointsIsSeenInAllThree() {
        Exchange exchange = Exchange.of(List.of(resumes(0), resumes(3)));

        assertThat(exchange.largestChange()).isCloseTo(3, EXACTLY);
        assertThat(exchange.overlap()).as("everybody moves by the same").isCloseTo(1, EXACTLY);
        assertThat(exchange.impactRatio()).as("of 2 places in 2 turns").isCloseTo(1.0 / 3, EXACTLY);
    }

    @Test
    void theFirstTenChangeWhenOthersGain() {
        List<List<Double>> turned =
                IntStream.range(0, 20).mapToObj(i -> List.of((double) i)).toList();
        List<List<Double>> before =
                IntStream.range(0, 20).mapToObj(i -> List.of(20.0 - i)).toList();

        assertThat(Exchange.of(List.of(before, turned)).overlap()).isZero();
    }

    /** Twenty of them, one point apart. */
    private static List<List<Double>> resumes(double more) {
        return IntStream.range(0, 20).mapToObj(i -> List.of(50.0 - i + more)).toList();
    }
}
