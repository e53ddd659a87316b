package com.crewyard.recruiting.search.internal.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of queries in the cluster's language. */
final class Clauses {

    /** What a terms query may hold at most, by the cluster's default. */
    private static final int MOST_TERMS = 60_000;

    private Clauses() {}

    static Map<String, Object> everything() {
        return Map.of("match_all", Map.of());
    }

    static Map<String, Object> nothing() {
        return Map.of("match_none", Map.of());
    }

    static Map<String, Object> term(String field, String value, float boost) {
        return Map.of("term", Map.of(field, Map.of("value", value, "boost", boost)));
    }

    static Map<String, Object> in(String field, Collection<String> values) {
        if (values.size() <= MOST_TERMS) {
            return Map.of("terms", Map.of(field, values));
        }
        List<String> all = List.copyOf(values);
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_TERMS) {
            parts.add(in(field, all.subList(from, Math.min(all.size(), from + MOST_TERMS))));
        }
        return any(parts);
    }

    static Map<String, Object> constant(Map<String, Object> filter, float boost) {
        return Map.of("constant_score", Map.of("filter", filter, "boost", boost));
    }

    static Map<String, Object> any(List<Map<String, Object>> parts) {
        return Map.of("bool", Map.of("should", parts, "minimum_should_match", 1));
    }

    static Map<String, Object> all(List<Map<String, Object>> wanted, List<Map<String, Object>> unwanted) {
        return Map.of("bool", Map.of("must", wanted.isEmpty() ? List.of(everything()) : wanted, "must_not", unwanted));
    }

    static Map<String, Object> best(List<Map<String, Object>> ways, float others) {
        return ways.size() == 1 ? ways.getFirst() : Map.of("dis_max", Map.of("queries", ways, "tie_breaker", others));
    }

    static Map<String, Object> weighted(Map<String, Object> part, float weight) {
        return weight == 1 ? part : Map.of("bool", Map.of("must", List.of(part), "boost", weight));
    }

    static Map<String, Object> range(String field, long from, long to) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("gte", from);
        range.put("lte", to);
        return constant(Map.of("range", Map.of(field, range)), 1);
    }

    /** The words of a field's plain form next to each other, already analyzed. */
    static Map<String, Object> phrase(String field, List<String> words, float boost) {
        if (words.size() == 1) {
            return term(field, words.getFirst(), boost);
        }
        return Map.of(
                "match_phrase",
                Map.of(field, Map.of("query", String.join(" ", words), "analyzer", Mapping.AS_IT_IS, "boost", boost)));
    }

    /** Words that begin so, the first of them in the index. */
    static Map<String, Object> beginning(String field, String beginning, int most, float boost) {
        return Map.of(
                "prefix",
                Map.of(
                        field,
                        Map.of("value", beginning, "rewrite", "top_terms_blended_freqs_" + most, "boost", boost)));
    }
}
