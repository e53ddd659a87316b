package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.matching.CandidateIndex;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.SearchDocument;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;

/**
 * An organization's index in a cluster, shared by all processes. How far the journal was followed is a document of its own
 * in the index: it costs a write like any other, where the index's metadata would cost every node of the cluster one.
 */
public final class OpenSearchIndex implements SearchIndex {

    private static final String POSITION_ID = "position";
    private static final int BULK_CHARACTERS = 4_000_000;
    private static final int PAGE = 5_000;

    private final Cluster cluster;
    private final QueryReader queries;
    private final String manner;
    private volatile String name;
    private volatile boolean published;

    private OpenSearchIndex(Cluster cluster, QueryReader queries, String name, boolean published, String manner) {
        this.manner = manner;
        this.cluster = cluster;
        this.queries = queries;
        this.name = name;
        this.published = published;
    }

    /**
     * A new index of this name.
     *
     * @param manner in which candidates are prepared for matching today
     */
    public static OpenSearchIndex create(Cluster cluster, QueryReader queries, String name, String manner) {
        String path = "/" + name;
        cluster.require(cluster.put(path, Mapping.index(analysis())), path);
        return new OpenSearchIndex(cluster, queries, name, false, manner);
    }

    /** The index that an alias stands for, whichever that is at the time. */
    static OpenSearchIndex behind(Cluster cluster, QueryReader queries, String alias) {
        JsonNode manner = source(cluster, alias).path(Mapping.MANNER);
        return new OpenSearchIndex(cluster, queries, alias, true, manner.asString(""));
    }

    private static JsonNode source(Cluster cluster, String name) {
        return cluster.get("/%s/_doc/%s".formatted(name, POSITION_ID)).body().path("_source");
    }

    /** In which candidates were prepared for matching when the index was made. */
    String manner() {
        return manner;
    }

    private static JsonNode analysis() {
        try (InputStream analysis = Objects.requireNonNull(
                OpenSearchIndex.class.getResourceAsStream("/search/analysis.json"), "search/analysis.json")) {
            return Cluster.JSON.readTree(analysis);
        } catch (IOException e) {
            throw new UncheckedIOException("search/analysis.json cannot be read", e);
        }
    }

    String name() {
        return name;
    }

    /** From now on found behind an alias, also when another index takes this one's place there. */
    void publish(String alias) {
        name = alias;
        published = true;
    }

    @Override
    public void put(Collection<SearchDocument> documents) {
        StringBuilder lines = new StringBuilder();
        for (SearchDocument document : documents) {
            action(lines, "index", document.key().toString());
            lines.append(Cluster.JSON.writeValueAsString(Mapping.of(document))).append('\n');
            if (lines.length() > BULK_CHARACTERS) {
                write(lines);
            }
        }
        write(lines);
    }

    @Override
    public void remove(Collection<DocumentKey> keys) {
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> action(lines, "delete", key.toString()));
        write(lines);
    }

    private static void action(StringBuilder lines, String action, String id) {
        lines.append(Cluster.JSON.writeValueAsString(Map.of(action, Map.of("_id", id))))
                .append('\n');
    }

    /** An alias that is gone must not come back as an index without our mapping. */
    private void write(StringBuilder lines) {
        if (lines.isEmpty()) {
            return;
        }
        String path = "/%s/_bulk?require_alias=%b".formatted(name, published);
        JsonNode answer =
                cluster.require(cluster.postLines(path, lines.toString()), path).body();
        lines.setLength(0);
        if (answer.path("errors").asBoolean(false)) {
            for (JsonNode item : answer.path("items")) {
                JsonNode result = item.iterator().next();
                if (result.has("error")) {
                    boolean missing =
                            result.path("error").path("type").asString("").equals("index_not_found_exception");
                    throw Cluster.failed(
                            path,
                            "%s was not written: %s"
                                    .formatted(result.path("_id").asString(), Cluster.reason(result)),
                            missing,
                            null);
                }
            }
        }
    }

    @Override
    public void refresh() {
        String path = "/" + name + "/_refresh";
        cluster.require(cluster.post(path, Map.of()), path);
    }

    @Override
    public void commit(long position) {
        StringBuilder lines = new StringBuilder();
        action(lines, "index", POSITION_ID);
        lines.append(Cluster.JSON.writeValueAsString(Map.of(Mapping.POSITION, position, Mapping.MANNER, manner)))
                .append('\n');
        write(lines);
    }

    @Override
    public OptionalLong position() {
        JsonNode position = source(cluster, name).path(Mapping.POSITION);
        return position.isIntegralNumber() ? OptionalLong.of(position.asLong()) : OptionalLong.empty();
    }

    /** The cluster arranges its segments itself. */
    @Override
    public void settle() {}

    @Override
    public long size() {
        return finder().size();
    }

    private Finder finder() {
        return new Finder(cluster, name, queries);
    }

    @Override
    public Collection<DocumentKey> applicants(long job) {
        return keys(Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(
                                Clauses.in(Mapping.of(KeywordField.JOB), List.of(Long.toString(job))),
                                Clauses.in(Mapping.KIND, List.of(Kind.CANDIDATE.code()))))));
    }

    @Override
    public SearchAnswer find(SearchRequest request) {
        return finder().find(request);
    }

    @Override
    public Collection<DocumentKey> all(SearchRequest request) {
        return keys(finder().exactly(request));
    }

    private List<DocumentKey> keys(Map<String, Object> query) {
        List<DocumentKey> keys = new ArrayList<>();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", query);
        body.put("sort", Sorting.byKey());
        body.put("size", PAGE);
        body.put("track_total_hits", false);
        body.put("_source", false);
        String path = "/" + name + "/_search";
        JsonNode hits;
        do {
            hits = cluster.require(cluster.post(path, body), path)
                    .body()
                    .path("hits")
                    .path("hits");
            for (JsonNode hit : hits) {
                keys.add(Mapping.key(hit.path("sort").path(0).asLong()));
            }
            if (!hits.isEmpty()) {
                body.put("search_after", hits.path(hits.size() - 1).path("sort"));
            }
        } while (hits.size() == PAGE);
        return keys;
    }

    @Override
    public long candidates() {
        return finder().count(Clauses.in(Mapping.KIND, List.of(Kind.CANDIDATE.code())));
    }

    @Override
    public CandidateIndex.Nearest nearest(CandidateIndex.Wanted wanted, String filter, int most, LongPredicate known) {
        return new Retrieval(cluster, name).nearest(wanted, exactly(filter), most);
    }

    private Map<String, Object> exactly(String filter) {
        return finder().exactly(SearchRequest.of(filter).only(Kind.CANDIDATE));
    }

    @Override
    public List<CandidateIndex.Held> sample(int size, LongPredicate known) {
        return new Retrieval(cluster, name).sample(size);
    }

    /** What is not finished is left to those who ask: this index keeps no vectors. */
    @Override
    public Collection<DocumentKey> unfinished(int most) {
        return List.of();
    }

    /** Every write was kept when it was answered. */
    @Override
    public void close() {}
}
