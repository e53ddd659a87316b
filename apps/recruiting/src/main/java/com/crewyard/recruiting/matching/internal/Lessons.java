package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Criterion.Kind;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.Suggestion;
import com.crewyard.recruiting.matching.Weights;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which criterion told advanced candidates from rejected ones more than the profile weighs it. The share that decisions
 * give a criterion is its part of all separation, 2 · chance − 1 each; suggested is the middle between that share and the
 * profile's.
 */
public final class Lessons {

    /** Of each: fewer decisions say more about the few than about the job. */
    public static final int FEWEST_OF_EACH = 10;

    /**
     * Three standard errors are one in 740 by chance, one in 50 over all criteria together (Bonferroni).
     */
    private static final double FEWEST_DEVIATIONS = 3;

    private static final double LEAST_CHANCE = 0.65;
    /** Below that, a weight would hardly change a ranking. */
    private static final double LEAST_RAISE = 1.25;

    private Lessons() {}

    /** Every criterion weighed, so that one without a weight can be suggested. */
    public static Weights everything() {
        Map<Kind, Double> weights = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            weights.put(kind, (double) Math.max(1, kind.standardWeight()));
        }
        return new Weights(weights);
    }

    /**
     * @param advanced matches of those who were advanced, judged with {@link #everything()}
     * @return empty when there are too few decisions, or nothing clear to be said
     */
    public static Optional<Suggestion> of(List<Match> advanced, List<Match> rejected, MatchProfile profile) {
        if (advanced.size() < FEWEST_OF_EACH || rejected.size() < FEWEST_OF_EACH) {
            return Optional.empty();
        }
        Map<Kind, Separation> separations = new EnumMap<>(Kind.class);
        double telling = 0;
        double weighed = 0;
        for (Kind kind : Kind.values()) {
            double[] ofAdvanced = values(advanced, kind);
            double[] ofRejected = values(rejected, kind);
            if (ofAdvanced.length > 0 && ofRejected.length > 0) {
                Separation separation = Separation.of(ofAdvanced, ofRejected);
                separations.put(kind, separation);
                telling += told(separation);
                weighed += profile.weights().of(kind);
            }
        }
        double all = telling;
        double sum = weighed;
        return separations.entrySet().stream()
                .filter(entry -> entry.getValue().deviations() >= FEWEST_DEVIATIONS
                        && entry.getValue().chance() >= LEAST_CHANCE)
                .map(entry -> suggestion(entry.getKey(), entry.getValue(), advanced, rejected, profile, all, sum))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Suggestion::deviations));
    }

    private static double told(Separation separation) {
        return Math.max(0, 2 * separation.chance() - 1);
    }

    private static Optional<Suggestion> suggestion(
            Kind kind,
            Separation separation,
            List<Match> advanced,
            List<Match> rejected,
            MatchProfile profile,
            double telling,
            double weighed) {
        double now = profile.weights().of(kind) / Math.max(weighed, 1);
        double decided = told(separation) / telling;
        if (decided < now * LEAST_RAISE) {
            return Optional.empty();
        }
        double share = Math.min(0.9, (now + decided) / 2);
        double others = weighed - profile.weights().of(kind);
        int to = (int) Math.min(MatchProfile.HIGHEST, Math.round(others * share / (1 - share)));
        if (to <= profile.slider(kind)) {
            return Optional.empty();
        }
        return Optional.of(new Suggestion(
                kind,
                profile.slider(kind),
                to,
                advanced.size(),
                rejected.size(),
                mean(values(advanced, kind)),
                mean(values(rejected, kind)),
                separation.chance(),
                separation.deviations()));
    }

    private static double[] values(List<Match> matches, Kind kind) {
        return matches.stream()
                .flatMap(match -> match.criteria().stream())
                .filter(criterion -> criterion.kind() == kind)
                .mapToDouble(Criterion::value)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
