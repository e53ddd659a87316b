package com.crewyard.recruiting.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Kind;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LessonsTest {

    @Test
    void suggestsTheCriterionThatToldAdvancedFromRejected() {
        Random random = new Random(3);
        List<Match> advanced = matches(15, _ -> 0.6 + 0.4 * random.nextDouble(), _ -> random.nextDouble());
        List<Match> rejected = matches(20, _ -> 0.5 * random.nextDouble(), _ -> random.nextDouble());

        Suggestion suggestion =
                Lessons.of(advanced, rejected, MatchProfile.STANDARD).orElseThrow();

        assertThat(suggestion.kind()).isEqualTo(Kind.LOCATION);
        assertThat(suggestion.from()).isEqualTo(7);
        assertThat(suggestion.to()).isBetween(8, 100);
        assertThat(suggestion.chance()).isGreaterThan(0.95);
        assertThat(suggestion.decisions()).isEqualTo(35);
    }

    @Test
    void saysNothingBelowTheFewestDecisions() {
        assertThat(Lessons.of(matches(9, _ -> 1, _ -> 1), matches(50, _ -> 0, _ -> 1), MatchProfile.STANDARD))
                .isEmpty();
        assertThat(Lessons.of(matches(50, _ -> 1, _ -> 1), matches(9, _ -> 0, _ -> 1), MatchProfile.STANDARD))
                .isEmpty();
    }

    @Test
    void saysNothingOfDecisionsThatFollowNoCriterion() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Match> advanced = matches(20, _ -> random.nextDouble(), _ -> random.nextDouble());
            List<Match> rejected = matches(20, _ -> random.nextDouble(), _ -> random.nextDouble());
            assertThat(Lessons.of(advanced, rejected, MatchProfile.STANDARD)).isEmpty();
        }
    }

    @Test
    void saysNothingOfWhatTheProfileWeighsEnough() {
        List<Match> advanced = matches(20, _ -> 0.5, _ -> 1);
        List<Match> rejected = matches(20, _ -> 0.5, _ -> 0);
        MatchProfile titleOnly = profile(100, 1);

        assertThat(Lessons.of(advanced, rejected, titleOnly)).isEmpty();
        assertThat(Lessons.of(advanced, rejected, profile(10, 90))).isPresent();
    }

    @Test
    void countsPairsWithEqualsForHalf() {
        assertThat(Separation.of(new double[] {3, 4}, new double[] {1, 2})).satisfies(found -> {
            assertThat(found.chance()).isEqualTo(1);
            assertThat(found.deviations()).isCloseTo(2 / Math.sqrt(4 / 12.0 * 5), within(1e-9));
        });
        assertThat(Separation.of(new double[] {1, 1}, new double[] {1, 1})).isEqualTo(new Separation(0.5, 0));
        assertThat(Separation.of(new double[0], new double[] {1})).isEqualTo(new Separation(0.5, 0));
    }

    private static MatchProfile profile(int title, int location) {
        return new MatchProfile(
                MatchProfile.Scope.JOB,
                1,
                java.util.Map.of(Kind.TITLE, title, Kind.LOCATION, location),
                List.of(),
                java.util.Map.of(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
    }

    private static List<Match> matches(int count, IntToDoubleFunction location, IntToDoubleFunction title) {
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Criterion> criteria = List.of(
                    new Criterion(Kind.LOCATION, 0.5, location.applyAsDouble(i), List.of(), List.of(), List.of()),
                    new Criterion(Kind.TITLE, 0.5, title.applyAsDouble(i), List.of(), List.of(), List.of()));
            matches.add(new Match(new JobId(1), new CandidateId(i + 1), 50, "", criteria));
        }
        return matches;
    }
}
