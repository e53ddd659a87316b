package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Title;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The title that shares most words with a text, where a rare word counts more than "manager" (inverse frequency, Dice). */
final class TitleOverlap {
    private static final double LEAST_SCORE = 0.55;
    private static final double HIGHEST_CONFIDENCE = 0.6;

    private final Map<String, List<Name>> namesByWord = new HashMap<>();

    private record Name(Title title, Set<String> words) {}

    record Match(Title title, double confidence) {}

    TitleOverlap(TitleCatalog catalog) {
        for (Title title : catalog.all()) {
            add(title, title.label());
            title.synonyms().forEach(synonym -> add(title, synonym));
        }
    }

    Optional<Match> best(String text) {
        Set<String> words = words(text);
        Set<Name> candidates = new HashSet<>();
        words.forEach(word -> candidates.addAll(namesByWord.getOrDefault(word, List.of())));
        Match best = null;
        for (Name name : candidates) {
            double score = score(words, name.words());
            boolean better = best == null
                    || score > best.confidence()
                    || score == best.confidence()
                            && name.title().label().compareTo(best.title().label()) < 0;
            if (score >= LEAST_SCORE && better) {
                best = new Match(name.title(), score);
            }
        }
        return Optional.ofNullable(best)
                .map(match -> new Match(match.title(), match.confidence() * HIGHEST_CONFIDENCE));
    }

    private double score(Set<String> a, Set<String> b) {
        double shared = a.stream().filter(b::contains).mapToDouble(this::weight).sum();
        double all = a.stream().mapToDouble(this::weight).sum()
                + b.stream().mapToDouble(this::weight).sum();
        return all == 0 ? 0 : 2 * shared / all;
    }

    private double weight(String word) {
        return 1.0 / (1.0 + Math.log1p(namesByWord.getOrDefault(word, List.of()).size()));
    }

    private void add(Title title, String name) {
        Name entry = new Name(title, words(name));
        entry.words()
                .forEach(word -> namesByWord
                        .computeIfAbsent(word, _ -> new ArrayList<>())
                        .add(entry));
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Characters.inWord(text.charAt(i))) {
                word.append(Characters.fold(text.charAt(i)));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
