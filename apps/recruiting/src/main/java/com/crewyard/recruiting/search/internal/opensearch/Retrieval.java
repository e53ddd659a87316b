package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Nearest;
import com.crewyard.recruiting.matching.CandidateIndex.Skill;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.search.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds the candidates who are likeliest to fit by their skills and by the words of their titles. A cluster need not have
 * the plug-in for vectors: meaning is weighed afterwards, among those who were found.
 */
final class Retrieval {

    /** What a word of the post in a title counts beside the skills, which count a hundred together. */
    private static final float WORD = 8;

    private final Cluster cluster;
    private final String index;

    Retrieval(Cluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    /** @param filter whom nobody else gets past */
    Nearest nearest(Wanted wanted, Map<String, Object> filter, int most) {
        List<Map<String, Object>> ways = new ArrayList<>();
        double all = wanted.skills().stream().mapToDouble(Skill::importance).sum();
        for (Skill skill : wanted.skills()) {
            List<Map<String, Object>> standIns = new ArrayList<>();
            skill.shares()
                    .forEach((name, share) ->
                            standIns.add(Clauses.constant(Clauses.in(Mapping.SKILL, List.of(name)), (float)
                                    (100 * share * skill.importance() / all))));
            ways.add(Clauses.best(standIns, 0));
        }
        for (String words : wanted.words()) {
            ways.add(Map.of("match", Map.of(Mapping.BLIND_WORDS, Map.of("query", words, "boost", WORD))));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", Map.of("bool", Map.of("filter", List.of(filter), "should", ways)));
        body.put("sort", List.of(Map.of("_score", "desc"), Map.of(Mapping.BY_KEY, "asc")));
        body.put("track_total_hits", true);
        JsonNode hits = search(body, most);
        return new Nearest(hits.path("total").path("value").asLong(0), held(hits));
    }

    List<Held> sample(int size) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", Clauses.in(Mapping.KIND, List.of(Kind.CANDIDATE.code())));
        body.put("sort", List.of(Map.of(Mapping.SAMPLE, "asc")));
        body.put("track_total_hits", false);
        return held(search(body, size));
    }

    private JsonNode search(Map<String, Object> body, int size) {
        body.put("size", size);
        body.put("_source", false);
        body.put("docvalue_fields", List.of(Mapping.BY_KEY, Mapping.STAMP));
        String path = "/" + index + "/_search";
        return cluster.require(cluster.post(path, body), path).body().path("hits");
    }

    private static List<Held> held(JsonNode hits) {
        List<Held> held = new ArrayList<>();
        for (JsonNode hit : hits.path("hits")) {
            JsonNode fields = hit.path("fields");
            held.add(new Held(
                    new CandidateId(fields.path(Mapping.BY_KEY).path(0).asLong() / 2),
                    fields.path(Mapping.STAMP).path(0).asLong(),
                    Optional.empty()));
        }
        return held;
    }
}
