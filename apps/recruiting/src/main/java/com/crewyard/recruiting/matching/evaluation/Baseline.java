package com.crewyard.recruiting.matching.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;

/** A simple way of scoring resumes for a post. Each of them reads plain words: lower case, letters and digits. */
abstract class Baseline {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+#]+");

    private final String name;

    Baseline(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** A score for each resume. */
    abstract double[] score(String post);

    static List<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1)
                .toList();
    }

    static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    /** In how many texts each word stands. */
    static Map<String, Integer> spread(List<Map<String, Integer>> texts) {
        Map<String, Integer> spread = new HashMap<>();
        texts.forEach(text -> text.keySet().forEach(word -> spread.merge(word, 1, Integer::sum)));
        return spread;
    }

    static final class Random extends Baseline {

        private final int resumes;

        Random(int resumes) {
            super("random");
            this.resumes = resumes;
        }

        @Override
        double[] score(String post) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(post.hashCode());
            return random.doubles(resumes).toArray();
        }
    }

    /** Share of the post's words that the resume uses: what the older implementation did. */
    static final class KeywordOverlap extends Baseline {

        private final List<Set<String>> resumes;

        KeywordOverlap(List<String> resumes) {
            super("keyword overlap");
            this.resumes = resumes.stream().map(text -> Set.copyOf(words(text))).toList();
        }

        @Override
        double[] score(String post) {
            Set<String> wanted = new HashSet<>(words(post));
            return resumes.stream()
                    .mapToDouble(resume ->
                            wanted.stream().filter(resume::contains).count() / (double) Math.max(1, wanted.size()))
                    .toArray();
        }
    }

    /** Okapi BM25 (Robertson and Zaragoza 2009), k1 = 1.2, b = 0.75. */
    static final class Bm25 extends Baseline {

        private static final double K1 = 1.2;
        private static final double B = 0.75;

        private final List<Map<String, Integer>> resumes;
        private final Map<String, Integer> spread;
        private final double[] lengths;
        private final double average;

        Bm25(List<String> texts) {
            super("BM25");
            resumes = texts.stream().map(Baseline::counts).toList();
            spread = spread(resumes);
            lengths = resumes.stream()
                    .mapToDouble(resume ->
                            resume.values().stream().mapToInt(Integer::intValue).sum())
                    .toArray();
            average = java.util.Arrays.stream(lengths).average().orElse(1);
        }

        @Override
        double[] score(String post) {
            double[] scores = new double[resumes.size()];
            counts(post).forEach((word, times) -> {
                int documents = spread.getOrDefault(word, 0);
                double rarity = Math.log(1 + (resumes.size() - documents + 0.5) / (documents + 0.5));
                for (int i = 0; i < scores.length; i++) {
                    int count = resumes.get(i).getOrDefault(word, 0);
                    scores[i] += times * rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[i] / average));
                }
            });
            return scores;
        }
    }

    /** Cosine of the angle between vectors of (1 + ln count) times ln (texts / texts with the word) + 1 (Salton 1988). */
    static final class TfIdf extends Baseline {

        private final List<Map<String, Double>> resumes;
        private final Map<String, Integer> spread;
        private final int texts;

        TfIdf(List<String> resumes) {
            super("TF-IDF cosine");
            List<Map<String, Integer>> counted =
                    resumes.stream().map(Baseline::counts).toList();
            this.spread = spread(counted);
            this.texts = resumes.size();
            this.resumes = counted.stream().map(this::weighed).toList();
        }

        private Map<String, Double> weighed(Map<String, Integer> counts) {
            Map<String, Double> weights = new HashMap<>();
            counts.forEach((word, count) -> weights.put(
                    word, (1 + Math.log(count)) * (Math.log((1.0 + texts) / (1 + spread.getOrDefault(word, 0))) + 1)));
            double length = Math.sqrt(
                    weights.values().stream().mapToDouble(each -> each * each).sum());
            weights.replaceAll((_, weight) -> weight / length);
            return weights;
        }

        @Override
        double[] score(String post) {
            Map<String, Double> wanted = weighed(counts(post));
            return resumes.stream()
                    .mapToDouble(resume -> wanted.entrySet().stream()
                            .mapToDouble(entry -> entry.getValue() * resume.getOrDefault(entry.getKey(), 0.0))
                            .sum())
                    .toArray();
        }
    }
}
