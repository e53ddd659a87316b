package com.crewyard.recruiting.agent.internal.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Upper and lower case as people expect to read it. */
final class Wording {

    private static final Set<String> SMALL =
            Set.of("of", "and", "as", "in", "for", "the", "to", "a", "an", "on", "at", "und", "für", "im");
    private static final Set<String> CAPITALS = Set.of(
            "hr", "it", "qa", "ui", "ux", "ceo", "cto", "cfo", "coo", "cio", "vp", "seo", "sre", "rn", "lpn", "cna",
            "icu", "er", "hvac", "cnc", "ios", "php", "sap", "erp", "crm", "bi", "ai", "ml", "pr", "b2b", "sql", "aws",
            "api", "plc", "cad", "mri", "ii", "iii");

    private Wording() {}

    /** Writes the words that are in lower case as a title's, and leaves the others as they are. */
    static String titleCase(String words) {
        return upperFirst(Arrays.stream(words.split(" ")).map(Wording::word).collect(Collectors.joining(" ")));
    }

    private static String word(String word) {
        if (!word.equals(word.toLowerCase(Locale.ROOT))) {
            return word;
        }
        if (CAPITALS.contains(word)) {
            return word.equals("ios") ? "iOS" : word.toUpperCase(Locale.ROOT);
        }
        if (SMALL.contains(word)) {
            return word;
        }
        return Arrays.stream(word.split("(?<=[-/(])")).map(Wording::upperFirst).collect(Collectors.joining());
    }

    static String upperFirst(String words) {
        return words.isEmpty() || words.startsWith("iOS")
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
