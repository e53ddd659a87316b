package com.crewyard.recruiting.matching.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void discountsGainByTheLogarithmOfTheRank() {
        // 1/log2(2) + 1/log2(4) = 1.5 of 1/log2(2) + 1/log2(3) + 1/log2(4) = 2.13093
        assertThat(Metrics.discountedGain(new boolean[] {true, false, true}, 3))
                .isCloseTo(1.5 / 2.1309298, within(1e-6));
    }

    @Test
    void callsAnAnswerPerfectThatHasAllThereIs() {
        assertThat(Metrics.discountedGain(new boolean[] {true, false, false}, 1))
                .isEqualTo(1);
        boolean[] twelve = new boolean[12];
        java.util.Arrays.fill(twelve, true);
        assertThat(Metrics.discountedGain(twelve, 12)).isEqualTo(1);
    }

    @Test
    void looksAtTenEntriesOnly() {
        boolean[] late = new boolean[11];
        late[10] = true;
        assertThat(Metrics.discountedGain(late, 1)).isZero();
    }

    @Test
    void averagesPrecisionOverAllThatIsRelevant() {
        // (1/1 + 2/3) / 4, two of the four not found
        assertThat(Metrics.averagePrecision(new boolean[] {true, false, true, false}, 4))
                .isCloseTo((1 + 2.0 / 3) / 4, within(1e-9));
    }
}
