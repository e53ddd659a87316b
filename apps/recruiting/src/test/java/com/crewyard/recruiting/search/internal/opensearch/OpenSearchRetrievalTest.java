package com.crewyard.recruiting.search.internal.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.search.internal.RetrievalContract;
import com.crewyard.recruiting.search.internal.SearchIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same contract as Lucene's, on a node that runs; it has no vectors and keeps no contents. */
class OpenSearchRetrievalTest extends RetrievalContract {

    private static final AtomicLong NUMBER = new AtomicLong();

    private final Cluster cluster = new Cluster(OpenSearchNode.address(), Duration.ofSeconds(30));
    private final List<String> created = new ArrayList<>();

    @Override
    protected SearchIndex open() {
        String name = "retrieval-%d-%d".formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        created.add(name);
        return OpenSearchIndex.create(cluster, QueryReader.of(() -> TAXONOMY, Clock.systemUTC()), name, "");
    }

    @AfterEach
    void removeIndexes() {
        created.forEach(name -> cluster.delete("/" + name));
        cluster.close();
    }

    @Test
    void choosesAsManyAsAreWantedWhereNothingButMeaningTellsThemApart() {
        Wanted wanted = new Wanted(towards(EAST), towards(EAST), List.of(), List.of());
        assertThat(index.nearest(wanted, "", 20, _ -> false).candidates()).hasSize(20);
    }

    @Test
    void leavesContentsToTheDatabase() {
        Held held = index.sample(1, _ -> false).getFirst();
        assertThat(held.contents()).isEmpty();
        assertThat(held.stamp()).isNotZero();
        assertThat(index.candidates()).isEqualTo(40);
    }
}
