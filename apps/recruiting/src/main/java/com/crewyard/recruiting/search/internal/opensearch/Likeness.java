package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import tools.jackson.databind.JsonNode;

/** Documents with the same skills and titles, and with the words that tell one document from the others. */
final class Likeness {

    private static final int MOST_TERMS = 30;
    private static final int SHORTEST = 3;
    private static final float MOST_COMMON = 0.3f;
    /** BM25 multiplies how rare a value is with 1 / (1 + k1), k1 being 1.2, where lengths do not count: this undoes it. */
    private static final float RARITY = 2.2f;

    private static final List<String> STOP_WORDS = Stream.concat(
                    EnglishAnalyzer.getDefaultStopSet().stream(), GermanAnalyzer.getDefaultStopSet().stream())
            .map(word -> new String((char[]) word))
            .distinct()
            .sorted()
            .toList();

    private Likeness() {}

    /** Empty when there is no such document. */
    static Optional<Map<String, Object>> to(DocumentKey key, Cluster cluster, String index, long documents) {
        Cluster.Answer found = cluster.get("/%s/_doc/%s?_source_includes=facet".formatted(index, key));
        if (!found.body().path("found").asBoolean(false)) {
            return Optional.empty();
        }
        JsonNode facets = found.body().path("_source").path("facet");
        List<Map<String, Object>> like = new ArrayList<>();
        shared(like, facets, Facet.SKILL, RARITY);
        shared(like, facets, Facet.TITLE, 2 * RARITY);
        like.add(words(key, index, documents));
        return Optional.of(Clauses.any(like));
    }

    /** Each value of a facet counts the more, the fewer documents have it. */
    private static void shared(List<Map<String, Object>> like, JsonNode facets, Facet facet, float weight) {
        for (JsonNode value : facets.path(facet.code())) {
            like.add(Clauses.term(Mapping.of(facet), value.asString(), weight));
        }
    }

    private static Map<String, Object> words(DocumentKey key, String index, long documents) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("fields", List.of(Mapping.of(TextField.TEXT), Mapping.of(TextField.TITLE)));
        words.put("like", List.of(Map.of("_index", index, "_id", key.toString())));
        words.put("min_term_freq", 1);
        words.put("min_doc_freq", 2);
        words.put("max_doc_freq", Math.max(10, (int) Math.min(Integer.MAX_VALUE, documents * MOST_COMMON)));
        words.put("min_word_length", SHORTEST);
        words.put("max_query_terms", MOST_TERMS);
        words.put("minimum_should_match", "1");
        words.put("stop_words", STOP_WORDS);
        return Map.of("more_like_this", words);
    }
}
