package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a match into one English sentence, for the API, for logs and for cards. */
final class Sentences {

    private Sentences() {}

    static String reason(List<Criterion> criteria) {
        Summary summary = Summary.of(criteria);
        String found = summary.speakingFor().stream().map(Sentences::phrase).collect(Collectors.joining("; "));
        List<String> parts = new ArrayList<>();
        parts.add(found.isEmpty() ? "Little of what the job asks for was found" : capital(found));
        if (!summary.missing().isEmpty()) {
            String missing = summary.missing().stream()
                    .map(gap -> gap.what().text())
                    .collect(Collectors.joining(", ", "missing: ", ""));
            parts.add(summary.more() > 0 ? "%s and %d more".formatted(missing, summary.more()) : missing);
        }
        return String.join("; ", parts) + ".";
    }

    private static String phrase(Criterion criterion) {
        return switch (criterion.kind()) {
            case REQUIRED_SKILLS -> "required skills " + criterion.finding();
            case MENTIONED_SKILLS -> "skills of the description " + criterion.finding();
            case NICE_TO_HAVE_SKILLS -> "nice-to-have skills " + criterion.finding();
            case TITLE -> "worked as " + criterion.finding();
            case MEANING -> "resume " + criterion.finding();
            default -> criterion.finding();
        };
    }

    private static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
