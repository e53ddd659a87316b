package com.crewyard.recruiting.matching;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a sentence tells of a match: what speaks for it most, then what is missing.
 *
 * @param speakingFor the criteria that give most of the score, the strongest first
 * @param more how many things are missing beside those named
 */
public record Summary(List<Criterion> speakingFor, List<Phrase> missing, int more) {

    private static final int MOST_PHRASES = 3;
    private static final int MOST_MISSING = 3;
    private static final double SPEAKS_FOR = 0.45;

    /** What one would not say in a sentence about a person. */
    private static final Set<Criterion.Kind> UNSAID =
            EnumSet.of(Criterion.Kind.TEXT, Criterion.Kind.PEERS, Criterion.Kind.LOCATION);

    public static Summary of(List<Criterion> criteria) {
        List<Criterion> speaking = criteria.stream()
                .filter(criterion -> criterion.value() >= SPEAKS_FOR && !UNSAID.contains(criterion.kind()))
                .sorted(Comparator.comparingDouble((Criterion criterion) -> criterion.weight() * criterion.value())
                        .reversed())
                .limit(MOST_PHRASES)
                .toList();
        List<Phrase> missing = criteria.stream()
                .filter(criterion -> criterion.kind() != Criterion.Kind.NICE_TO_HAVE_SKILLS)
                .flatMap(criterion -> criterion.gaps().stream())
                .distinct()
                .toList();
        return new Summary(
                speaking, missing.stream().limit(MOST_MISSING).toList(), Math.max(0, missing.size() - MOST_MISSING));
    }
}
