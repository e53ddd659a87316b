package com.crewyard.recruiting.search.internal;

import com.crewyard.recruiting.search.internal.lucene.LuceneIndex;
import com.crewyard.recruiting.search.internal.query.QueryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The indexes of one organization on disk: the one that serves, and sometimes the one that will replace it. */
final class Generations implements IndexStore {

    private static final Logger log = LoggerFactory.getLogger(Generations.class);
    private static final String PREFIX = "generation-";

    private final Supplier<Path> home;
    private final QueryReader queries;
    private final Supplier<String> manner;

    /**
     * @param home where they are; it may not exist
     * @param manner in which candidates are prepared for matching today
     */
    Generations(Supplier<Path> home, QueryReader queries, Supplier<String> manner) {
        this.home = home;
        this.queries = queries;
        this.manner = manner;
    }

    @Override
    public Found open() {
        String reason = "there is none yet";
        for (Path directory : newestFirst()) {
            try {
                LuceneIndex index = LuceneIndex.open(FSDirectory.open(directory), queries, manner.get());
                if (index.position().isEmpty()) {
                    index.close();
                    reason = "building it was interrupted";
                } else if (index.isCurrent()) {
                    return new Found(Optional.of(index), Optional.empty());
                } else {
                    return new Found(
                            Optional.of(index), Optional.of("it was written by another version or with other skills"));
                }
            } catch (IndexFailedException | IOException e) {
                reason = String.valueOf(e.getMessage());
                log.atWarn()
                        .addKeyValue("directory", directory)
                        .addKeyValue("reason", reason)
                        .log("a search index cannot be read; it is built anew from the database");
            }
        }
        return new Found(Optional.empty(), Optional.of(reason));
    }

    @Override
    public SearchIndex create() {
        long next = newestFirst().stream().mapToLong(Generations::number).max().orElse(0) + 1;
        Path directory = home.get().resolve(PREFIX + next);
        try {
            Files.createDirectories(directory);
            return LuceneIndex.open(FSDirectory.open(directory), queries, manner.get());
        } catch (IOException e) {
            throw new IndexFailedException(
                    "The search index cannot be created in %s: %s".formatted(directory, e), false, e);
        }
    }

    @Override
    public void keepOnlyLatest() {
        newestFirst().stream().skip(1).forEach(Generations::delete);
    }

    @Override
    public void dropUnfinished() {
        for (Path directory : newestFirst()) {
            try (FSDirectory opened = FSDirectory.open(directory)) {
                if (LuceneIndex.isComplete(opened)) {
                    return;
                }
            } catch (IOException e) {
                log.atDebug().setCause(e).log("what is left of a search index is removed");
            }
            delete(directory);
        }
    }

    private List<Path> newestFirst() {
        Path directory = home.get();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> number(entry) > 0)
                    .sorted(Comparator.comparingLong(Generations::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new IndexFailedException(
                    "The search index in %s cannot be read: %s".formatted(directory, e), false, e);
        }
    }

    private static long number(Path directory) {
        String name = String.valueOf(directory.getFileName());
        return name.matches(PREFIX + "\\d{1,15}") ? Long.parseLong(name.substring(PREFIX.length())) : 0;
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.atWarn()
                    .addKeyValue("directory", directory)
                    .addKeyValue("reason", e.toString())
                    .log("an old search index cannot be removed");
        }
    }
}
