package com.crewyard.recruiting.parsing.internal.vocabulary;

import com.crewyard.recruiting.parsing.ResumeProfile.Level;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of natural languages, and what resumes call the command of them. */
public final class LanguageNames {

    private static final Map<String, String> CODES = new HashMap<>();
    private static final Map<String, String> ENGLISH = new HashMap<>();
    private static final Map<String, Level> LEVELS = new LinkedHashMap<>();
    private static final Pattern NAME;
    private static final Pattern LEVEL;

    static {
        for (var entry : Words.load("languages.txt").entrySet()) {
            String first = entry.getValue().getFirst();
            ENGLISH.put(entry.getKey(), Character.toUpperCase(first.charAt(0)) + first.substring(1));
            entry.getValue().forEach(name -> CODES.putIfAbsent(name, entry.getKey()));
        }
        for (var entry : Words.load("levels.txt").entrySet()) {
            entry.getValue().forEach(name -> LEVELS.putIfAbsent(name, Level.valueOf(entry.getKey())));
        }
        NAME = words(CODES.keySet().stream().toList());
        LEVEL = words(LEVELS.keySet().stream().toList());
    }

    private LanguageNames() {}

    private static Pattern words(List<String> words) {
        return Pattern.compile("(?<![\\p{L}])(?:"
                + String.join(
                        "|",
                        words.stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .map(Pattern::quote)
                                .toList())
                + ")(?![\\p{L}\\p{N}])");
    }

    /** Finds names in text folded in place; the caller iterates. */
    public static Matcher names(String folded) {
        return NAME.matcher(folded);
    }

    public static String code(String foldedName) {
        return CODES.getOrDefault(foldedName, "");
    }

    public static String english(String code) {
        return ENGLISH.getOrDefault(code, code);
    }

    /** The highest level named: "fluent (C1)" says C1 once. A grade of the framework decides over words. */
    public static Optional<Level> level(String folded) {
        Optional<Level> best = Optional.empty();
        Matcher matcher = LEVEL.matcher(folded);
        while (matcher.find()) {
            Level level = LEVELS.getOrDefault(matcher.group(), Level.A1);
            if (matcher.group().length() == 2) {
                return Optional.of(level);
            }
            if (best.isEmpty() || matcher.group().length() > 5 && level.compareTo(best.get()) > 0) {
                best = Optional.of(level);
            }
        }
        return best;
    }
}
