package com.crewyard.recruiting.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.NewCandidate;
import com.crewyard.recruiting.matching.Preparation;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.opensearch.Cluster;
import com.crewyard.recruiting.search.internal.opensearch.OpenSearchNode;
import com.crewyard.recruiting.search.internal.opensearch.SharedStore;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two processes with one index in a cluster, on a real database and a real node. */
class SharedIndexTest extends ApplicationFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private IndexBuilder builder;

    @Autowired
    private QueryReader queries;

    @Autowired
    private Preparation preparation;

    @Autowired
    private Journal journal;

    @Autowired
    private Candidates candidates;

    @Autowired
    private DataSource database;

    private final Cluster cluster = new Cluster(OpenSearchNode.address(), Duration.ofSeconds(30));
    private final List<OrganizationIndex> opened = new ArrayList<>();
    private final String prefix = "shared%d".formatted(NUMBER.incrementAndGet());

    @AfterEach
    void closeAll() {
        opened.forEach(OrganizationIndex::close);
        cluster.close();
    }

    @Test
    void whatOneProcessBuiltAndWroteAnotherFinds() {
        candidate("First Person");
        OrganizationIndex one = open();
        assertThat(names(one)).containsExactly("First Person");
        OrganizationIndex other = open();
        assertThat(names(other)).containsExactly("First Person");
        candidate("Second Person");
        one.catchUp();
        candidate("Third Person");
        other.catchUp();
        assertThat(names(one)).containsExactlyInAnyOrder("First Person", "Second Person", "Third Person");
        assertThat(store().open().index().orElseThrow().position()).hasValue(in(journal::position));
    }

    @Test
    void theOthersMoveToAnIndexThatOneBuiltAnew() {
        candidate("First Person");
        OrganizationIndex one = open();
        OrganizationIndex other = open();
        assertThat(names(one)).hasSize(1);
        assertThat(names(other)).hasSize(1);
        IndexStore third = store();
        SearchIndex fresh = third.create();
        in(() -> {
            builder.fill(organization(), fresh, () -> false);
            return true;
        });
        fresh.commit(in(journal::position));
        third.keepOnlyLatest();
        candidate("Second Person");
        other.catchUp();
        assertThat(names(one)).containsExactlyInAnyOrder("First Person", "Second Person");
    }

    @Test
    void buildsAnewWhatSomebodyDeletedFromTheCluster() {
        candidate("First Person");
        OrganizationIndex one = open();
        assertThat(names(one)).hasSize(1);
        SharedStore deleting = store();
        deleting.create();
        deleting.keepOnlyLatest();
        assertThat(store().open().index())
                .as("an index that was never complete")
                .isEmpty();
        deleting.dropUnfinished();
        OrganizationIndex other = open();
        assertThat(names(other)).containsExactly("First Person");
    }

    @Test
    void saysThatSearchIsNotAvailableWhileNobodyAnswers() {
        candidate("First Person");
        try (Cluster nobody = new Cluster("http://localhost:1", Duration.ofSeconds(1))) {
            OrganizationIndex index =
                    open(new SharedStore(nobody, queries, new Turns(database), prefix, "1", () -> ""));
            assertThat(in(() -> index.find(SearchRequest.of(""))).notes())
                    .extracting(Note::code)
                    .containsExactly(Note.Code.UNAVAILABLE);
        }
    }

    private SharedStore store() {
        return new SharedStore(
                cluster,
                queries,
                new Turns(database),
                prefix,
                organization().toString(),
                () -> in(preparation::manner));
    }

    private OrganizationIndex open() {
        return open(store());
    }

    private OrganizationIndex open(IndexStore store) {
        OrganizationIndex index = new OrganizationIndex(organization(), builder, store, journal, Runnable::run);
        opened.add(index);
        return index;
    }

    private List<String> names(OrganizationIndex index) {
        return in(() -> index.find(SearchRequest.of(""))).hits().stream()
                .map(SearchAnswer.Hit::name)
                .toList();
    }

    private void candidate(String name) {
        in(() -> candidates.create(actor(), NewCandidate.named(name).with(CandidateField.CURRENT_TITLE, "Welder")));
    }
}
