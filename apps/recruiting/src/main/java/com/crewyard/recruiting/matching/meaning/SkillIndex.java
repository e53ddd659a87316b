package com.crewyard.recruiting.matching.meaning;

import com.crewyard.recruiting.matching.internal.embedding.TextEmbedder;
import com.crewyard.recruiting.matching.internal.embedding.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ranks labels of skills for a sentence by meaning: a label is as near as the nearest to it of one to six of the sentence's
 * words in a row, by the cosine of their vectors.
 *
 * <p>Thread-safe; a sentence takes time in proportion to its words times the number of labels.
 */
public final class SkillIndex {

    private static final int[] LENGTHS = {1, 2, 3, 4, 6};

    private final TextEmbedder embedder;
    private final List<String> labels;
    private final List<float[]> vectors;

    private SkillIndex(TextEmbedder embedder, List<String> labels, List<float[]> vectors) {
        this.embedder = embedder;
        this.labels = labels;
        this.vectors = vectors;
    }

    /**
     * A label.
     *
     * @param nearness cosine, at most 1, comparable between sentences
     * @param words of the sentence that it is nearest to
     */
    public record Found(String label, double nearness, String words) {}

    /** Embeds every label once: some hundred a second. */
    public static SkillIndex of(List<String> labels, TextEmbedder embedder) {
        return new SkillIndex(embedder, List.copyOf(labels), embedder.embed(labels));
    }

    /** The nearest first; of equals, the one that was given earlier. A sentence without words has none. */
    public List<Found> named(String sentence, int limit) {
        return named(List.of(sentence), limit).getFirst();
    }

    /** Each sentence by itself, in their order, faster than one after the other. */
    public List<List<Found>> named(List<String> sentences, int limit) {
        Set<String> windows = new LinkedHashSet<>();
        sentences.forEach(sentence -> windows.addAll(windows(sentence)));
        List<String> texts = List.copyOf(windows);
        List<float[]> made = texts.isEmpty() ? List.of() : embedder.embed(texts);
        Map<String, float[]> byText = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            byText.put(texts.get(i), made.get(i));
        }
        return sentences.parallelStream()
                .map(sentence -> nearest(List.copyOf(windows(sentence)), byText, limit))
                .toList();
    }

    private List<Found> nearest(List<String> windows, Map<String, float[]> byText, int limit) {
        if (windows.isEmpty()) {
            return List.of();
        }
        List<float[]> parts = windows.stream()
                .map(text -> byText.getOrDefault(text, new float[0]))
                .toList();
        return IntStream.range(0, labels.size())
                .parallel()
                .mapToObj(label -> nearest(label, windows, parts))
                .sorted(Comparator.comparingDouble(Found::nearness).reversed())
                .limit(limit)
                .toList();
    }

    private Found nearest(int label, List<String> windows, List<float[]> parts) {
        int best = 0;
        double nearness = -1;
        for (int i = 0; i < parts.size(); i++) {
            double cosine = Vectors.dot(parts.get(i), vectors.get(label));
            if (cosine > nearness) {
                best = i;
                nearness = cosine;
            }
        }
        return new Found(labels.get(label), nearness, windows.get(best));
    }

    private static Set<String> windows(String sentence) {
        List<String> words = new ArrayList<>(List.of(sentence.strip().split("\\s+")));
        words.removeIf(String::isBlank);
        Set<String> windows = new LinkedHashSet<>();
        for (int length : LENGTHS) {
            for (int from = 0; from < words.size() && (from == 0 || from + length <= words.size()); from++) {
                windows.add(String.join(" ", words.subList(from, Math.min(words.size(), from + length))));
            }
        }
        return windows;
    }
}
