package com.crewyard.recruiting.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.NewCandidate;
import com.crewyard.recruiting.matching.Preparation;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.SearchAnswer;
import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.lucene.LuceneIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An index over restarts and accidents, on a real database and a real disk. */
class OrganizationIndexTest extends ApplicationFixture {

    @TempDir
    private Path home;

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

    private final List<OrganizationIndex> opened = new ArrayList<>();
    /** What is to be done in the background, when the test wants it done. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @AfterEach
    void closeAll() {
        opened.forEach(OrganizationIndex::close);
    }

    @Test
    void goesOnAfterARestartFromWhereItWas() throws IOException {
        candidate("First Person");
        OrganizationIndex before = open(Runnable::run);
        assertThat(names(before)).containsExactly("First Person");
        before.close();
        candidate("Second Person");
        OrganizationIndex after = open(waiting::add);
        assertThat(names(after)).containsExactlyInAnyOrder("First Person", "Second Person");
        assertThat(waiting).isEmpty();
        assertThat(generations()).containsExactly("generation-1");
    }

    @Test
    void isBuiltAnewWhenItIsLost() throws IOException {
        candidate("First Person");
        OrganizationIndex before = open(Runnable::run);
        assertThat(names(before)).hasSize(1);
        before.close();
        for (String generation : generations()) {
            delete(home.resolve(generation));
        }
        assertThat(names(open(Runnable::run))).containsExactly("First Person");
    }

    @Test
    void isBuiltAnewWhenAFileIsDamagedAndAnswersMeanwhile() throws IOException {
        candidate("First Person");
        OrganizationIndex before = open(Runnable::run);
        assertThat(names(before)).hasSize(1);
        before.close();
        overwrite(home.resolve("generation-1"));
        OrganizationIndex after = open(waiting::add);
        SearchAnswer meanwhile = in(() -> after.find(SearchRequest.of("")));
        assertThat(meanwhile.notes()).extracting(Note::code).containsExactly(Note.Code.UNAVAILABLE);
        waiting.remove().run();
        assertThat(names(after)).containsExactly("First Person");
        assertThat(generations()).containsExactly("generation-2");
    }

    @Test
    void servesOnFromAnEarlierVersionUntilTheNewOneIsThere() throws IOException {
        candidate("First Person");
        Path old = Files.createDirectories(home.resolve("generation-3"));
        try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(old), queries)) {
            index.put(List.of(
                    new SearchDocument.Builder(DocumentKey.of(new CandidateId(987_654)), "Person of old").build()));
            index.commitAs(in(journal::position), "0");
        }
        OrganizationIndex index = open(waiting::add);
        assertThat(names(index)).containsExactly("Person of old");
        waiting.remove().run();
        assertThat(names(index)).containsExactly("First Person");
        assertThat(generations()).containsExactly("generation-4");
    }

    @Test
    void missesNothingThatHappensWhileItIsBuilt() {
        candidate("First Person");
        OrganizationIndex index = open(waiting::add);
        in(() -> index.find(SearchRequest.of("")));
        candidate("Second Person");
        waiting.remove().run();
        candidate("Third Person");
        in(() -> {
            index.catchUp();
            return index;
        });
        assertThat(names(index)).containsExactlyInAnyOrder("First Person", "Second Person", "Third Person");
    }

    @Test
    void triesAgainWhenThereIsNoRoomToBuild() throws IOException {
        candidate("First Person");
        Path obstacle = Files.writeString(home.resolve("obstacle"), "a file where a directory should be");
        OrganizationIndex index = open(obstacle, Runnable::run);
        assertThat(in(() -> index.find(SearchRequest.of(""))).notes())
                .extracting(Note::code)
                .containsExactly(Note.Code.UNAVAILABLE);
        Files.deleteIfExists(obstacle);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names(index)).hasSize(1));
    }

    private OrganizationIndex open(Executor background) {
        return open(home, background);
    }

    private OrganizationIndex open(Path directory, Executor background) {
        OrganizationIndex index = new OrganizationIndex(
                organization(),
                builder,
                new Generations(() -> directory, queries, () -> in(preparation::manner)),
                journal,
                background);
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

    private List<String> generations() throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static void overwrite(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {4, 2});
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
