package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.taxonomy.Language;
import com.crewyard.recruiting.taxonomy.LanguageLevel;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds languages that a text says are spoken, or should be. "French pastry" is neither. */
final class SpokenLanguages {

    /** How far behind a language its level may stand, in characters. */
    private static final int REACH = 30;
    /** And before it: "fluent German". */
    private static final int REACH_BEFORE = 15;

    /** A language followed by a word of its own is what the word is: "French cuisine", not French. */
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "^ (?!(?:and|or|is|are|at|on|in|to|as|with|languages?|skills|required|preferred|fluently|speak\\w+|level|well"
                    + "|plus|would|a|for|mandatory|essential|native|fluent|und|oder|sowie|auf|ist|wird)\\b)\\p{Ll}");

    private static final Pattern CUE = Pattern.compile(
            "(?i)\\b(?:languages?|speak\\w*|spoken|written|fluen\\w+|native|mother tongue|bilingual|proficien\\w+"
                    + "|sprach\\w*|sprich\\w*|flie(?:ß|ss)end\\w*|muttersprach\\w*|verhandlungssicher\\w*|\\p{L}+kenntnisse)\\b");

    private final Taxonomy taxonomy;
    private final Map<String, Language> byName = new HashMap<>();
    private final Pattern names;

    SpokenLanguages(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        for (Language language : taxonomy.languages()) {
            Stream.concat(Stream.of(language.name()), language.otherNames().stream())
                    .filter(name -> name.length() > 2)
                    .forEach(name -> byName.putIfAbsent(capital(name), language));
        }
        names = Pattern.compile(byName.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?=kenntnisse|\\P{L}|$)")));
    }

    /** @param level empty when the text does not say */
    record Spoken(String code, String name, Optional<LanguageLevel> level, int start, int end) {}

    /**
     * @param listed whether the characters at an offset are a list of languages, where a name alone says enough
     * @return in their order, each language once
     */
    List<Spoken> in(String text, IntPredicate listed) {
        Map<String, Spoken> found = new HashMap<>();
        List<Spoken> ordered = new ArrayList<>();
        Matcher matcher = names.matcher(text);
        while (matcher.find()) {
            Language language = byName.get(matcher.group());
            boolean isAttribute =
                    ATTRIBUTE.matcher(text).region(matcher.end(), text.length()).find();
            if (language == null || found.containsKey(language.code()) || isAttribute) {
                continue;
            }
            int lineStart = text.lastIndexOf('\n', matcher.start()) + 1;
            int lineEnd = text.indexOf('\n', matcher.end()) < 0 ? text.length() : text.indexOf('\n', matcher.end());
            Optional<LanguageLevel> level = level(text, matcher, lineStart, lineEnd);
            if (level.isPresent()
                    || listed.test(matcher.start())
                    || CUE.matcher(sentence(text, matcher.start(), lineStart, lineEnd))
                            .find()) {
                Spoken spoken = new Spoken(language.code(), language.name(), level, matcher.start(), matcher.end());
                found.put(language.code(), spoken);
                ordered.add(spoken);
            }
        }
        return ordered;
    }

    private Optional<LanguageLevel> level(String text, Matcher name, int lineStart, int lineEnd) {
        String after = text.substring(name.end(), Math.min(lineEnd, name.end() + REACH));
        Matcher next = names.matcher(after);
        return taxonomy.languageLevel(next.find() ? after.substring(0, next.start()) : after)
                .or(() -> taxonomy.languageLevel(
                        text.substring(Math.max(lineStart, name.start() - REACH_BEFORE), name.start())));
    }

    private static String sentence(String text, int at, int lineStart, int lineEnd) {
        int start = Math.max(lineStart, text.lastIndexOf(". ", at) + 1);
        int stop = text.indexOf(". ", at);
        return text.substring(start, stop < 0 ? lineEnd : Math.min(stop, lineEnd));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
