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
public record Summary(List<Criterion> speakingFor, List<Criterion.Gap> missing, int more) {

    private static final int MOST_PHRASES = 3;
    private static final int MOST_MISSING = 3;
    private static final double SPEAKS_FOR = 0.45;
    /** Of 100; less would not change the rounded score. */
    private static final double WORTH_SAYING = 0.5;

    /** What one would not say in a sentence about a person. */
    private static final Set<Criterion.Kind> UNSAID = EnumSet.complementOf(EnumSet.of(
            Criterion.Kind.REQUIRED_SKILLS,
            Criterion.Kind.MENTIONED_SKILLS,
            Criterion.Kind.NICE_TO_HAVE_SKILLS,
            Criterion.Kind.TITLE,
            Criterion.Kind.EXPERIENCE,
            Criterion.Kind.MEANING));

    public static Summary of(List<Criterion> criteria) {
        List<Criterion> speaking = criteria.stream()
                .filter(criterion -> criterion.value() >= SPEAKS_FOR && !UNSAID.contains(criterion.kind()))
                .sorted(Comparator.comparingDouble((Criterion criterion) -> criterion.weight() * criterion.value())
                        .reversed())
                .limit(MOST_PHRASES)
                .toList();
        List<Criterion.Gap> missing = criteria.stream()
                .filter(criterion -> criterion.kind() != Criterion.Kind.NICE_TO_HAVE_SKILLS)
                .flatMap(criterion -> criterion.gaps().stream())
                .toList();
        return new Summary(
                speaking, missing.stream().limit(MOST_MISSING).toList(), Math.max(0, missing.size() - MOST_MISSING));
    }

    /** What would raise the score most, the most first. */
    public static List<Criterion.Gap> raises(List<Criterion> criteria, int most) {
        return criteria.stream()
                .flatMap(criterion -> criterion.gaps().stream())
                .filter(gap -> gap.points() >= WORTH_SAYING)
                .sorted(Comparator.comparingDouble(Criterion.Gap::points).reversed())
                .limit(most)
                .toList();
    }
}
