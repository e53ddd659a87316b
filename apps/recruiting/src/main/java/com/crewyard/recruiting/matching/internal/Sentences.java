package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts a match into one sentence: what speaks for it most, then what is missing most. */
final class Sentences {

    private static final int MOST_PHRASES = 3;
    private static final int MOST_MISSING = 3;
    private static final double SPEAKS_FOR = 0.45;

    private Sentences() {}

    static String reason(List<Criterion> criteria) {
        List<String> phrases = criteria.stream()
                .filter(criterion -> criterion.value() >= SPEAKS_FOR)
                .sorted(Comparator.comparingDouble((Criterion criterion) -> criterion.weight() * criterion.value())
                        .reversed())
                .map(Sentences::phrase)
                .flatMap(Optional::stream)
                .limit(MOST_PHRASES)
                .toList();
        List<String> missing = criteria.stream()
                .filter(criterion -> criterion.kind() != Criterion.Kind.NICE_TO_HAVE_SKILLS)
                .flatMap(criterion -> criterion.missing().stream())
                .distinct()
                .toList();
        List<String> parts = new ArrayList<>();
        parts.add(
                phrases.isEmpty() ? "Little of what the job asks for was found" : capital(String.join("; ", phrases)));
        if (!missing.isEmpty()) {
            String more = missing.size() > MOST_MISSING ? " and %d more".formatted(missing.size() - MOST_MISSING) : "";
            parts.add("missing: "
                    + String.join(", ", missing.stream().limit(MOST_MISSING).toList())
                    + more);
        }
        return String.join("; ", parts) + ".";
    }

    private static Optional<String> phrase(Criterion criterion) {
        return switch (criterion.kind()) {
            case REQUIRED_SKILLS -> Optional.of("required skills " + criterion.finding());
            case MENTIONED_SKILLS -> Optional.of("skills of the description " + criterion.finding());
            case NICE_TO_HAVE_SKILLS -> Optional.of("nice-to-have skills " + criterion.finding());
            case TITLE -> Optional.of("worked as " + criterion.finding());
            case EXPERIENCE -> Optional.of(criterion.finding());
            case MEANING -> Optional.of("resume " + criterion.finding());
            case TEXT, PEERS, LOCATION -> Optional.empty();
        };
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
