package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.internal.IndexFailedException;
import com.crewyard.recruiting.search.internal.IndexStore;
import com.crewyard.recruiting.search.internal.SearchIndex;
import com.crewyard.recruiting.search.internal.Turns;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One organization's indexes in a cluster, {@code crewyard-v1-organization-12-3} for the third, behind an alias without the
 * last number. The alias moves to a new index in one step, and all processes with it.
 */
public final class SharedStore implements IndexStore {

    private static final Logger log = LoggerFactory.getLogger(SharedStore.class);

    private final Cluster cluster;
    private final QueryReader queries;
    private final Turns turns;
    private final String alias;
    private final Supplier<String> manner;
    private volatile @Nullable OpenSearchIndex created;

    /**
     * @param prefix of all names, for installations that share a cluster
     * @param organization its number
     * @param manner in which candidates are prepared for matching today
     */
    public SharedStore(
            Cluster cluster,
            QueryReader queries,
            Turns turns,
            String prefix,
            String organization,
            Supplier<String> manner) {
        this.manner = manner;
        this.cluster = cluster;
        this.queries = queries;
        this.turns = turns;
        this.alias = "%s-v%d-organization-%s".formatted(prefix, Mapping.VERSION, organization);
    }

    /** Which indexes there are, and whether the alias stands for them. */
    private Map<String, Boolean> indexes() {
        String path = "/" + alias + "-*/_alias";
        JsonNode found = cluster.require(cluster.get(path), path).body();
        Map<String, Boolean> indexes = new LinkedHashMap<>();
        found.properties()
                .forEach(entry -> indexes.put(
                        entry.getKey(), entry.getValue().path("aliases").has(alias)));
        return indexes;
    }

    @Override
    public Found open() {
        try {
            if (!indexes().containsValue(true)) {
                return new Found(Optional.empty(), Optional.of("there is none yet"));
            }
            OpenSearchIndex index = OpenSearchIndex.behind(cluster, queries, alias);
            if (index.position().isEmpty()) {
                return new Found(Optional.empty(), Optional.of("it does not say how far it goes"));
            }
            boolean current = index.manner().equals(manner.get());
            return new Found(
                    Optional.of(index), current ? Optional.empty() : Optional.of("it was written with other skills"));
        } catch (IndexFailedException e) {
            return new Found(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public SearchIndex create() {
        long latest = indexes().keySet().stream().mapToLong(this::number).max().orElse(0);
        OpenSearchIndex index = OpenSearchIndex.create(cluster, queries, alias + "-" + (latest + 1), manner.get());
        created = index;
        return index;
    }

    private long number(String name) {
        String number = name.substring(alias.length() + 1);
        return number.matches("\\d{1,15}") ? Long.parseLong(number) : 0;
    }

    @Override
    public void keepOnlyLatest() {
        OpenSearchIndex latest = created;
        if (latest == null) {
            return;
        }
        List<Map<String, Object>> actions = new ArrayList<>();
        actions.add(Map.of("add", Map.of("index", latest.name(), "alias", alias)));
        indexes().keySet().stream()
                .filter(name -> !name.equals(latest.name()))
                .forEach(name -> actions.add(Map.of("remove_index", Map.of("index", name))));
        String path = "/_aliases";
        cluster.require(cluster.post(path, Map.of("actions", actions)), path);
        latest.publish(alias);
        created = null;
    }

    @Override
    public void dropUnfinished() {
        created = null;
        try {
            indexes().forEach((name, serves) -> {
                if (!serves) {
                    cluster.delete("/" + name);
                }
            });
        } catch (IndexFailedException e) {
            log.atDebug().setCause(e).log("what is left of a search index goes with the next one");
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void writing(Runnable work) {
        turns.take("write:" + alias, work);
    }

    @Override
    public void building(Runnable work) {
        turns.take("build:" + alias, work);
    }
}
