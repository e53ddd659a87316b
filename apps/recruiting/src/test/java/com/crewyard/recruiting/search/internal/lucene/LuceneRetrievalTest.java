package com.crewyard.recruiting.search.internal.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.matching.CandidateIndex.Held;
import com.crewyard.recruiting.matching.CandidateIndex.Nearest;
import com.crewyard.recruiting.matching.CandidateIndex.Wanted;
import com.crewyard.recruiting.matching.CandidateView;
import com.crewyard.recruiting.matching.Prepared;
import com.crewyard.recruiting.matching.internal.LocalEngine;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.RetrievalContract;
import com.crewyard.recruiting.search.internal.SearchDocument.Builder;
import com.crewyard.recruiting.search.internal.SearchIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneRetrievalTest extends RetrievalContract {

    @TempDir
    Path directory;

    @Override
    protected SearchIndex open() throws IOException {
        return LuceneIndex.open(FSDirectory.open(directory), QueryReader.of(() -> TAXONOMY, Clock.systemUTC()));
    }

    @Test
    void findsThoseWhoAreNearestInMeaning() {
        Wanted wanted = new Wanted(towards(EAST), towards(EAST), List.of(), List.of());
        Nearest nearest = index.nearest(wanted, "", 20, _ -> false);
        assertThat(nearest.total()).isEqualTo(40);
        assertThat(nearest.candidates()).hasSize(20).allMatch(held -> held.id().value() > 20);
    }

    @Test
    void givesBackWhatMatchingHadItHold() {
        Held held = index.sample(1, _ -> false).getFirst();
        CandidateView view = new LocalEngine(VOCABULARY).recall(held.contents().orElseThrow());
        assertThat(view).isEqualTo(view((int) held.id().value(), view.skills().getFirst()));
        assertThat(index.sample(1, stamp -> stamp == held.stamp()).getFirst().contents())
                .isEmpty();
    }

    @Test
    void namesThoseWhoAreWorthPreparingAgain() {
        Prepared without = CODEC.prepared(view(77, "Java"), Map.of());
        index.put(List.of(new Builder(new DocumentKey(Kind.CANDIDATE, 77), "Somebody")
                .prepared(without)
                .build()));
        index.refresh();
        assertThat(without.complete()).isFalse();
        assertThat(index.unfinished(10)).containsExactly(new DocumentKey(Kind.CANDIDATE, 77));
    }
}
