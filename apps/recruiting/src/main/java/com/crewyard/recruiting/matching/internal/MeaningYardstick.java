package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Evidence;
import com.crewyard.recruiting.matching.Phrase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How near the passage of a candidate that is nearest to the post comes to it in meaning. */
record MeaningYardstick(String post, double weight, Map<CandidateId, Nearest> nearest) implements Yardstick {

    /** Cosines that a post usually has with a passage about other work, and with one about the very work. */
    private static final double UNRELATED = 0.2;

    private static final double ALIKE = 0.65;
    private static final double CLOSE = 0.7;
    private static final double SOMEWHAT_CLOSE = 0.35;

    /** @param cosine of the angle between the vectors of post and passage */
    record Nearest(Passage passage, double cosine) {

        /** Vectors of length 1. */
        static double cosine(float[] one, float[] other) {
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += one[i] * other[i];
            }
            return sum;
        }
    }

    @Override
    public double value(Features candidate) {
        return of(candidate)
                .map(found -> Math.clamp((found.cosine() - UNRELATED) / (ALIKE - UNRELATED), 0, 1))
                .orElse(0.0);
    }

    @Override
    public Criterion explain(Features candidate, double share) {
        double value = value(candidate);
        Phrase.Pattern finding = value >= CLOSE
                ? Phrase.Pattern.CLOSE
                : value >= SOMEWHAT_CLOSE ? Phrase.Pattern.SOMEWHAT_CLOSE : Phrase.Pattern.FAR_APART;
        List<Evidence> evidence = value < SOMEWHAT_CLOSE
                ? List.of()
                : of(candidate).stream()
                        .map(found -> found.passage().evidence(post))
                        .toList();
        return new Criterion(Criterion.Kind.MEANING, share, value, List.of(Phrase.of(finding)), evidence, List.of());
    }

    private Optional<Nearest> of(Features candidate) {
        return Optional.ofNullable(nearest.get(candidate.view().id()));
    }
}
