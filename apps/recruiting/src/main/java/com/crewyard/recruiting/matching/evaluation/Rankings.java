package com.crewyard.recruiting.matching.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Whole answers, one query a line: {@code {"query": id, "ranking": [{"id": …, "score": …}, …]}}, best first. */
public final class Rankings implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<BufferedWriter> writer;

    private Rankings(Optional<BufferedWriter> writer) {
        this.writer = writer;
    }

    /** For whoever only wants the figures. */
    public static Rankings none() {
        return new Rankings(Optional.empty());
    }

    /** @throws UnreadableDataException when the file cannot be written */
    public static Rankings to(Path file) {
        try {
            return new Rankings(Optional.of(Files.newBufferedWriter(file)));
        } catch (IOException e) {
            throw new UnreadableDataException("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }

    private record Answer(String query, List<Entry> ranking) {}

    private record Entry(String id, double score) {}

    void write(String query, List<String> ids, List<Double> scores) {
        if (writer.isEmpty()) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            entries.add(new Entry(ids.get(i), scores.get(i)));
        }
        try {
            writer.get().write(JSON.writeValueAsString(new Answer(query, entries)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (writer.isPresent()) {
                writer.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
