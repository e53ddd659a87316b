package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.internal.lucene.Analysis;
import com.crewyard.recruiting.search.internal.query.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the index's own words say about those of a query: what may have been meant, and whether one that is still growing
 * is the beginning of any. All are asked for at once.
 */
record Spelling(Map<String, List<String>> corrections, Set<String> beginnings) {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int MOST_CORRECTIONS = 3;

    /** Knows no words, so that none is completed or corrected. */
    static final Spelling EXACT = new Spelling(Map.of(), Set.of());

    static Spelling of(Condition condition, Cluster cluster, String index) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> growing = new LinkedHashSet<>();
        collect(condition, words, growing);
        Map<String, Object> suggest = new LinkedHashMap<>();
        Map<String, Object> counts = new LinkedHashMap<>();
        List<String> asked = words.stream().filter(Spelling::isCorrectable).toList();
        List<String> begun = List.copyOf(growing);
        for (int i = 0; i < asked.size(); i++) {
            suggest.put("w" + i, Map.of("text", asked.get(i), "term", near(asked.get(i))));
        }
        for (int i = 0; i < begun.size(); i++) {
            counts.put("b" + i, Map.of("filter", Map.of("prefix", Map.of(Mapping.WORDS, begun.get(i)))));
        }
        if (suggest.isEmpty() && counts.isEmpty()) {
            return EXACT;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", 0);
        body.put("query", counts.isEmpty() ? Clauses.nothing() : Clauses.everything());
        body.put("suggest", suggest);
        body.put("aggs", counts);
        String path = "/" + index + "/_search";
        return read(cluster.require(cluster.post(path, body), path).body(), asked, begun);
    }

    private static void collect(Condition condition, Set<String> words, Set<String> growing) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> collect(part, words, growing));
            case Condition.Any(var parts) -> parts.forEach(part -> collect(part, words, growing));
            case Condition.Same(var ways) -> ways.forEach(way -> collect(way, words, growing));
            case Condition.Not(var part) -> collect(part, words, growing);
            case Condition.Weighted(var part, float _) -> collect(part, words, growing);
            case Condition.Words(var _, String text, boolean open) -> {
                List<List<String>> found = Analysis.words(text);
                found.forEach(word -> words.add(word.getFirst()));
                if (open && !found.isEmpty() && found.getLast().getFirst().length() > 1) {
                    growing.add(found.getLast().getFirst());
                }
            }
            case Condition.Everything _,
                    Condition.Phrase _,
                    Condition.Keyword _,
                    Condition.Range _,
                    Condition.OfKind _ -> {}
        }
    }

    private static boolean isCorrectable(String word) {
        return word.length() >= SHORTEST && word.chars().noneMatch(Character::isDigit);
    }

    private static Map<String, Object> near(String word) {
        return Map.of(
                "field",
                Mapping.WORDS,
                "analyzer",
                Mapping.AS_IT_IS,
                "suggest_mode",
                "missing",
                "max_edits",
                word.length() >= LONG ? 2 : 1,
                "prefix_length",
                1,
                "min_word_length",
                SHORTEST,
                "size",
                MOST_CORRECTIONS);
    }

    private static Spelling read(JsonNode answer, List<String> asked, List<String> begun) {
        Map<String, List<String>> corrections = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            List<String> options = new ArrayList<>();
            for (JsonNode option : answer.path("suggest").path("w" + i).path(0).path("options")) {
                options.add(option.path("text").asString());
            }
            corrections.put(asked.get(i), List.copyOf(options));
        }
        Set<String> beginnings = new LinkedHashSet<>();
        for (int i = 0; i < begun.size(); i++) {
            if (answer.path("aggregations").path("b" + i).path("doc_count").asLong(0) > 0) {
                beginnings.add(begun.get(i));
            }
        }
        return new Spelling(corrections, beginnings);
    }

    /** Words of the index that a word which is not in it may stand for, the nearest first. */
    List<String> corrections(String word) {
        return corrections.getOrDefault(word, List.of());
    }

    boolean begins(String beginning) {
        return beginnings.contains(beginning);
    }
}
