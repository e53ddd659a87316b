package com.crewyard.recruiting.search.internal.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.recruiting.search.SearchRequest;
import com.crewyard.recruiting.search.internal.IndexFailedException;
import com.crewyard.recruiting.search.internal.SearchIndex;
import com.crewyard.recruiting.search.internal.SearchIndexContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest extends SearchIndexContract {

    @TempDir
    Path directory;

    @Override
    protected SearchIndex open() throws IOException {
        return LuceneIndex.open(FSDirectory.open(directory), QUERIES);
    }

    @Test
    void keepsWhatWasCommittedWithItsPosition() throws IOException {
        Path other = directory.resolve("kept");
        try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(other), QUERIES)) {
            assertThat(index.position()).isEmpty();
            index.put(List.of(candidate(1, "Mara", "Mechanic", "Leeds", 3).build()));
            index.commit(41);
            index.put(List.of(candidate(2, "Lost", "Mechanic", "Leeds", 3).build()));
        }
        try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(other), QUERIES)) {
            assertThat(index.position()).hasValue(41);
            assertThat(index.isCurrent()).isTrue();
            assertThat(keys(index.find(SearchRequest.of("mechanic")))).containsExactly("candidate-1");
        }
    }

    @Test
    void saysThatADamagedIndexIsDamaged() throws IOException {
        Path other = directory.resolve("damaged");
        try (LuceneIndex index = LuceneIndex.open(FSDirectory.open(other), QUERIES)) {
            index.put(List.of(candidate(1, "Mara", "Mechanic", "Leeds", 3).build()));
            index.commit(1);
        }
        try (Stream<Path> files = Files.list(other)) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThatThrownBy(() -> LuceneIndex.open(FSDirectory.open(other), QUERIES))
                .isInstanceOfSatisfying(
                        IndexFailedException.class,
                        failure -> assertThat(failure.isDamaged()).isTrue());
    }

    @Test
    void servesOnWhenTheDiskIsFull() throws IOException {
        AtomicBoolean full = new AtomicBoolean();
        Directory small = new FilterDirectory(FSDirectory.open(directory.resolve("full"))) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                if (full.get()) {
                    throw new IOException("No space left on device");
                }
                return super.createOutput(name, context);
            }
        };
        try (LuceneIndex index = LuceneIndex.open(small, QUERIES)) {
            index.put(List.of(candidate(1, "Mara", "Mechanic", "Leeds", 3).build()));
            index.refresh();
            full.set(true);
            assertThatThrownBy(() -> {
                        index.put(List.of(
                                candidate(2, "Nobody", "Mechanic", "Leeds", 3).build()));
                        index.commit(2);
                    })
                    .isInstanceOfSatisfying(
                            IndexFailedException.class,
                            failure -> assertThat(failure)
                                    .hasMessageContaining("No space left on device")
                                    .matches(it -> !((IndexFailedException) it).isDamaged()));
            assertThat(keys(index.find(SearchRequest.of("mechanic")))).containsExactly("candidate-1");
        }
    }
}
