package com.crewyard.recruiting.parsing.internal.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the name of a degree at the start of, or within, a phrase. */
public final class Degrees {

    /** Offsets of the degree's words within the phrase. */
    public record Match(int start, int end) {}

    private static final Pattern DEGREE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives() + ")(?![\\p{L}\\p{N}])");

    private Degrees() {}

    /** Longest first, initials with or without dots. */
    private static String alternatives() {
        List<String> all = Words.load("degrees.txt").values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Degrees::pattern)
                .toList();
        return String.join("|", all);
    }

    private static String pattern(String degree) {
        if (degree.length() > 5 || degree.matches(".*[' -].*") && degree.length() > 6) {
            return degree.replace("'", "['’]?").replace(" ", "[ .-]{1,2}").replace("-", "[ .-]{1,2}");
        }
        StringBuilder pattern = new StringBuilder();
        for (char c : degree.replace(" ", "").toCharArray()) {
            pattern.append(Pattern.quote(Character.toString(c)))
                    .append("\\.?")
                    .append(degree.contains(" ") ? " ?" : "");
        }
        return pattern.toString().replaceAll(" \\?$", "");
    }

    public static Optional<Match> find(String phrase) {
        Matcher matcher = DEGREE.matcher(Words.foldInPlace(phrase));
        int from = 0;
        while (matcher.find(from)) {
            int start = matcher.start();
            int end = matcher.end();
            // Initials count only as initials: "BA" and "B.A.", not "ba" or the "as" in a sentence.
            boolean initials = end - start <= 3;
            String found = phrase.substring(start, end);
            if (!initials
                    || found.contains(".")
                    || Character.isUpperCase(found.charAt(0))
                            && (found.length() < 2 || hasUpperAfterFirst(found) || found.equals("Dr"))) {
                return Optional.of(new Match(start, end));
            }
            from = end;
        }
        return Optional.empty();
    }

    private static boolean hasUpperAfterFirst(String found) {
        return found.chars().skip(1).anyMatch(Character::isUpperCase);
    }
}
