package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.meaning.Occupation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranks occupations by their nearest title: cosine of TF-IDF weighed runs of three to five characters within words. */
final class CharacterGrams {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    private record Posting(int title, double weight) {}

    private final List<String> ids;
    private final List<Integer> owners = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final Map<String, Integer> spread = new HashMap<>();

    CharacterGrams(List<Occupation> occupations) {
        ids = occupations.stream().map(Occupation::id).toList();
        List<Map<String, Integer>> titles = new ArrayList<>();
        for (int i = 0; i < occupations.size(); i++) {
            Occupation occupation = occupations.get(i);
            int owner = i;
            Stream.concat(Stream.of(occupation.label()), occupation.alternatives().stream())
                    .forEach(title -> {
                        titles.add(grams(title));
                        owners.add(owner);
                    });
        }
        titles.forEach(grams -> grams.keySet().forEach(gram -> spread.merge(gram, 1, Integer::sum)));
        for (int title = 0; title < titles.size(); title++) {
            for (Map.Entry<String, Double> each : weighed(titles.get(title)).entrySet()) {
                postings.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(new Posting(title, each.getValue()));
            }
        }
    }

    /** Ids of all occupations, the best first. */
    List<String> rank(String title) {
        double[] byTitle = new double[owners.size()];
        weighed(grams(title))
                .forEach((gram, weight) -> postings.getOrDefault(gram, List.of())
                        .forEach(posting -> byTitle[posting.title()] += weight * posting.weight()));
        double[] best = new double[ids.size()];
        for (int i = 0; i < byTitle.length; i++) {
            best[owners.get(i)] = Math.max(best[owners.get(i)], byTitle[i]);
        }
        return IntStream.range(0, best.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> best[i]).reversed())
                .map(ids::get)
                .toList();
    }

    /** Words in lower case with one blank between them. */
    static String plain(String text) {
        return String.join(" ", Baseline.words(text));
    }

    private static Map<String, Integer> grams(String title) {
        Map<String, Integer> grams = new HashMap<>();
        for (String word : Baseline.words(title)) {
            String padded = " " + word + " ";
            for (int length = SHORTEST; length <= LONGEST; length++) {
                for (int from = 0; from + length <= padded.length(); from++) {
                    grams.merge(padded.substring(from, from + length), 1, Integer::sum);
                }
            }
        }
        return grams;
    }

    private Map<String, Double> weighed(Map<String, Integer> grams) {
        Map<String, Double> weights = new HashMap<>();
        grams.forEach((gram, count) -> weights.put(
                gram,
                (1 + Math.log(count)) * (Math.log((1.0 + owners.size()) / (1 + spread.getOrDefault(gram, 0))) + 1)));
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(each -> each * each).sum());
        weights.replaceAll((_, weight) -> weight / length);
        return weights;
    }
}
