package com.crewyard.recruiting.taxonomy.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Completes what someone types: labels that begin so, then names that do, then labels with a later word that does. */
public final class Suggestions<T> {
    private final List<Entry<T>> entries = new ArrayList<>();

    private record Entry<T>(String key, int rank, String label, T term) {}

    public Suggestions(List<T> terms, Function<T, String> labels, Function<T, List<String>> synonyms) {
        for (T term : terms) {
            String written = labels.apply(term);
            String label = fold(written);
            entries.add(new Entry<>(label, 0, written, term));
            for (int space = label.indexOf(' '); space >= 0; space = label.indexOf(' ', space + 1)) {
                entries.add(new Entry<>(label.substring(space + 1), 2, written, term));
            }
            synonyms.apply(term).forEach(synonym -> entries.add(new Entry<>(fold(synonym), 1, written, term)));
        }
        entries.sort(Comparator.comparing(Entry::key));
    }

    public List<T> complete(String prefix, int limit) {
        String key = fold(prefix.strip());
        if (key.isEmpty() || limit <= 0) {
            return List.of();
        }
        List<Entry<T>> matches = new ArrayList<>();
        for (int i = firstAtLeast(key);
                i < entries.size() && entries.get(i).key().startsWith(key);
                i++) {
            matches.add(entries.get(i));
        }
        matches.sort(Comparator.<Entry<T>>comparingInt(entry -> entry.key().equals(key) ? 0 : 1)
                .thenComparingInt(Entry::rank)
                .thenComparingInt(entry -> entry.key().length())
                .thenComparing(Entry::label));
        Set<T> terms = new LinkedHashSet<>();
        for (Entry<T> match : matches) {
            if (terms.size() == limit) {
                break;
            }
            terms.add(match.term());
        }
        return List.copyOf(terms);
    }

    private int firstAtLeast(String key) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).key().compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Characters.fold(text.charAt(i)));
        }
        return folded.toString();
    }
}
