package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.Order;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchAnswer.Bucket;
import com.crewyard.recruiting.search.SearchAnswer.Hit;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.query.Condition;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Answers requests from one index of the cluster. */
final class Finder {

    private static final int MOST_VALUES = 12;
    private static final List<String> SHOWN = List.of(Mapping.KEY, Mapping.NAME, Mapping.DETAIL, Mapping.PLACE);

    private final Cluster cluster;
    private final String index;
    private final QueryReader queries;

    Finder(Cluster cluster, String index, QueryReader queries) {
        this.cluster = cluster;
        this.index = index;
        this.queries = queries;
    }

    SearchAnswer find(SearchRequest request) {
        QueryReader.Read read = queries.read(request.query(), request.typing());
        SearchAnswer answer = find(request, read, read.condition());
        if (answer.total() > 0 || read.relaxed().isEmpty()) {
            return answer;
        }
        SearchAnswer some = find(request, read, read.relaxed().get());
        return some.total() > 0 ? some.noting(Note.of(Note.Code.RELAXED)) : some;
    }

    /** Everything that a request finds, without typos forgiven. */
    Map<String, Object> exactly(SearchRequest request) {
        Condition condition = queries.read(request.query(), false).condition();
        return narrowed(request, Translation.of(condition, Spelling.EXACT).query(), Optional.empty());
    }

    private SearchAnswer find(SearchRequest request, QueryReader.Read read, Condition condition) {
        List<Note> notes = new ArrayList<>(read.notes());
        Optional<Map<String, Object>> likeness = Optional.empty();
        if (request.like().isPresent()) {
            likeness = Likeness.to(request.like().get(), cluster, index, size());
            notes.add(likeness.isPresent() ? Note.of(Note.Code.BY_TERMS) : Note.of(Note.Code.GONE));
            if (likeness.isEmpty()) {
                return SearchAnswer.nothing().noting(notes);
            }
        }
        Translation.Translated words = Translation.of(condition, Spelling.of(condition, cluster, index));
        notes.addAll(words.notes());
        Optional<JsonNode> after = request.after().flatMap(cursor -> Sorting.read(cursor, request.order()));
        if (request.after().isPresent() && after.isEmpty()) {
            notes.add(Note.of(Note.Code.BAD_CURSOR));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", narrowed(request, words.query(), likeness));
        body.put("sort", Sorting.of(request.order()));
        body.put("size", request.limit() + 1);
        body.put("track_total_hits", SearchAnswer.COUNTED + 1);
        body.put("_source", SHOWN);
        after.ifPresent(values -> body.put("search_after", values));
        if (!words.marked().isEmpty()) {
            body.put("highlight", Passages.request(words.marked()));
        }
        if (request.facets()) {
            body.put("aggs", counts());
        }
        return answer(request, search(request, body), notes);
    }

    /** The same copy of the index for all pages of a query: copies weigh deleted documents differently. */
    private JsonNode search(SearchRequest request, Map<String, Object> body) {
        String path = "/%s/_search?preference=q%s"
                .formatted(index, Integer.toHexString(request.query().hashCode()));
        JsonNode answer = cluster.require(cluster.post(path, body), path).body();
        if (answer.path("_shards").path("failed").asInt(0) > 0
                || answer.path("timed_out").asBoolean(false)) {
            throw Cluster.failed(path, "only a part of the index answered", false, null);
        }
        return answer;
    }

    long size() {
        return count(Map.of("exists", Map.of("field", Mapping.KIND)));
    }

    long count(Map<String, Object> query) {
        String path = "/" + index + "/_count";
        return cluster.require(cluster.post(path, Map.of("query", query)), path)
                .body()
                .path("count")
                .asLong(0);
    }

    private static Map<String, Object> narrowed(
            SearchRequest request, Map<String, Object> words, Optional<Map<String, Object>> likeness) {
        List<Map<String, Object>> filters = new ArrayList<>();
        // Always, for what is no document has no kind.
        filters.add(Mapping.ofKinds(request.kinds()));
        likeness.ifPresent(_ -> filters.add(words));
        request.filters().forEach((facet, values) -> filters.add(Clauses.in(Mapping.of(facet), values)));
        if (!request.among().isEmpty()) {
            filters.add(Clauses.in(
                    Mapping.KEY,
                    request.among().stream().map(DocumentKey::toString).toList()));
        }
        List<Map<String, Object>> unwanted = request.like()
                .map(other -> List.of(Clauses.in(Mapping.KEY, List.of(other.toString()))))
                .orElse(List.of());
        return Map.of("bool", Map.of("must", List.of(likeness.orElse(words)), "filter", filters, "must_not", unwanted));
    }

    private static Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            counts.put(facet.code(), Map.of("terms", Map.of("field", Mapping.of(facet), "size", MOST_VALUES)));
        }
        return counts;
    }

    private static SearchAnswer answer(SearchRequest request, JsonNode found, List<Note> notes) {
        JsonNode hits = found.path("hits").path("hits");
        long total = found.path("hits").path("total").path("value").asLong(0);
        List<Hit> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(request.limit(), hits.size()); i++) {
            hit(request.order(), hits.path(i)).ifPresent(shown::add);
        }
        Optional<String> next = hits.size() > request.limit()
                ? Optional.of(Sorting.cursor(
                        request.order(), hits.path(request.limit() - 1).path("sort")))
                : Optional.empty();
        return new SearchAnswer(
                shown,
                Math.min(total, SearchAnswer.COUNTED),
                total <= SearchAnswer.COUNTED,
                facets(found.path("aggregations")),
                notes,
                next);
    }

    private static Optional<Hit> hit(Order order, JsonNode hit) {
        JsonNode source = hit.path("_source");
        return DocumentKey.read(source.path(Mapping.KEY).asString(""))
                .map(key -> new Hit(
                        key,
                        source.path(Mapping.NAME).asString(""),
                        source.path(Mapping.DETAIL).asString(""),
                        source.path(Mapping.PLACE).asString(""),
                        order == Order.RELEVANCE ? hit.path("_score").asDouble(0) : 0,
                        Passages.of(hit)));
    }

    private static Map<Facet, List<Bucket>> facets(JsonNode counts) {
        Map<Facet, List<Bucket>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<Bucket> buckets = new ArrayList<>();
            for (JsonNode bucket : counts.path(facet.code()).path("buckets")) {
                buckets.add(new Bucket(
                        bucket.path("key").asString(), bucket.path("doc_count").asLong()));
            }
            if (!buckets.isEmpty()) {
                facets.put(facet, List.copyOf(buckets));
            }
        }
        return facets;
    }
}
