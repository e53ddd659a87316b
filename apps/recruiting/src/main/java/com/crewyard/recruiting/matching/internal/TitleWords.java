package com.crewyard.recruiting.matching.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a title that tell the trade, without seniority, gender marks and endings. */
final class TitleWords {

    private static final Set<String> NO_TRADE = Set.of(
            "senior",
            "junior",
            "sr",
            "jr",
            "lead",
            "principal",
            "staff",
            "intern",
            "trainee",
            "head",
            "chief",
            "entry",
            "level",
            "ii",
            "iii",
            "iv",
            "mid",
            "part",
            "full",
            "time",
            "remote",
            "hybrid",
            "m",
            "w",
            "f",
            "d",
            "x");

    private TitleWords() {}

    static Set<String> of(String title) {
        return Words.terms(title).stream()
                .filter(token -> !NO_TRADE.contains(Words.plain(title.substring(token.start(), token.end()))))
                .map(Words.Token::term)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Dice's coefficient of two sets of words: 1 the same, 0 none in common. */
    static double overlap(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long common = one.stream().filter(other::contains).count();
        return 2.0 * common / (one.size() + other.size());
    }
}
