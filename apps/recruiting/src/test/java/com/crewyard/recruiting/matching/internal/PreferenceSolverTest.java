package com.crewyard.recruiting.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.crewyard.recruiting.matching.Criterion.Kind;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.Preference;
import com.crewyard.recruiting.matching.Preference.Strength;
import com.crewyard.recruiting.matching.Weights;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreferenceSolverTest {

    private static final Map<Kind, Integer> STANDARD = MatchProfile.STANDARD.sliders();

    @Test
    void leavesTheSlidersAloneWhenNothingIsStatedOrEverythingHolds() {
        assertThat(PreferenceSolver.weights(STANDARD, List.of())).isEqualTo(Weights.STANDARD);
        Weights held = PreferenceSolver.weights(
                STANDARD, List.of(new Preference(Kind.REQUIRED_SKILLS, Kind.LOCATION, Strength.MUCH)));
        assertThat(held.of(Kind.REQUIRED_SKILLS)).isCloseTo(40, within(1e-6));
        assertThat(held.of(Kind.LOCATION)).isCloseTo(7, within(1e-6));
    }

    @Test
    void sharesWhatAStatementAsksForBetweenItsSidesAndKeepsTheSum() {
        Weights weights = PreferenceSolver.weights(
                STANDARD, List.of(new Preference(Kind.LOCATION, Kind.TITLE, Strength.CLEARLY)));

        assertThat(weights.of(Kind.LOCATION) / weights.of(Kind.TITLE)).isCloseTo(2, within(1e-6));
        assertThat(weights.of(Kind.LOCATION)).isGreaterThan(7);
        assertThat(weights.of(Kind.TITLE)).isLessThan(20);
        assertThat(weights.of(Kind.REQUIRED_SKILLS) / weights.of(Kind.MEANING)).isCloseTo(40.0 / 30, within(1e-6));
        assertThat(sum(weights)).isCloseTo(sum(Weights.STANDARD), within(1e-6));
    }

    @Test
    void holdsEveryStatementOfAChainThatDoesNotContradictItself() {
        Random random = new Random(7);
        Kind[] kinds = Kind.values();
        for (int round = 0; round < 50; round++) {
            List<Preference> stated = random.ints(8, 0, kinds.length)
                    .mapToObj(i -> {
                        int other = random.nextInt(kinds.length);
                        Strength strength = Strength.values()[random.nextInt(3)];
                        return new Preference(kinds[Math.max(i, other)], kinds[Math.min(i, other)], strength);
                    })
                    .filter(preference -> preference.more() != preference.less())
                    .toList();

            Weights weights = PreferenceSolver.weights(STANDARD, stated);

            assertThat(PreferenceSolver.contradiction(stated)).isEmpty();
            assertThat(stated)
                    .filteredOn(preference -> STANDARD.getOrDefault(preference.less(), 0) > 0)
                    .allSatisfy(preference -> assertThat(weights.of(preference.more()) / weights.of(preference.less()))
                            .isGreaterThan(preference.strength().ratio() - 1e-3));
        }
    }

    @Test
    void givesWhatWeighsNothingAWeightWhenItIsToCountMore() {
        Weights weights = PreferenceSolver.weights(
                STANDARD, List.of(new Preference(Kind.LANGUAGES, Kind.LOCATION, Strength.SLIGHTLY)));

        assertThat(weights.of(Kind.LANGUAGES)).isGreaterThan(weights.of(Kind.LOCATION));
        assertThat(weights.of(Kind.SENIORITY)).isZero();
    }

    @Test
    void namesTheStatementsThatGoInACircle() {
        Preference titleOverPlace = new Preference(Kind.TITLE, Kind.LOCATION, Strength.SLIGHTLY);
        Preference placeOverYears = new Preference(Kind.LOCATION, Kind.EXPERIENCE, Strength.MUCH);
        Preference yearsOverTitle = new Preference(Kind.EXPERIENCE, Kind.TITLE, Strength.CLEARLY);
        Preference apart = new Preference(Kind.MEANING, Kind.TEXT, Strength.CLEARLY);

        assertThat(PreferenceSolver.contradiction(List.of(apart, titleOverPlace, placeOverYears, yearsOverTitle)))
                .containsExactly(titleOverPlace, placeOverYears, yearsOverTitle);
        assertThat(PreferenceSolver.contradiction(List.of(apart, titleOverPlace, placeOverYears)))
                .isEmpty();
        Preference itself = new Preference(Kind.TITLE, Kind.TITLE, Strength.CLEARLY);
        assertThat(PreferenceSolver.contradiction(List.of(itself))).containsExactly(itself);
    }

    private static double sum(Weights weights) {
        return weights.values().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
