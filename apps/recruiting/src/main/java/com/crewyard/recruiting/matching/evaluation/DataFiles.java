package com.crewyard.recruiting.matching.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is evaluated with. Every problem is an {@link UnreadableDataException} that names file and line. */
final class DataFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DataFiles() {}

    /**
     * A resume or a post.
     *
     * @param category of the occupation, for the scorer only
     */
    record Document(String id, String category, String text) {}

    /** One JSON object a line, {@code {"id", "category", "text"}}; gzip when the name ends in .gz. */
    static List<Document> documents(Path file) {
        List<Document> documents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Document document = document(file, i + 1, lines.get(i));
                if (!ids.add(document.id())) {
                    throw UnreadableDataException.at(
                            file, i + 1, "the id \"%s\" stands twice".formatted(document.id()));
                }
                documents.add(document);
            }
        }
        if (documents.isEmpty()) {
            throw new UnreadableDataException("%s has no lines.".formatted(file));
        }
        return List.copyOf(documents);
    }

    private static Document document(Path file, int number, String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw UnreadableDataException.at(file, number, "this is no JSON: " + e.getOriginalMessage());
        }
        return new Document(
                member(file, number, node, "id"),
                node.path("category").asString(""),
                member(file, number, node, "text"));
    }

    private static String member(Path file, int number, JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString() && !value.isNumber()) {
            throw UnreadableDataException.at(file, number, "the member \"%s\" is missing or no text".formatted(name));
        }
        return value.asString("");
    }

    static List<String> lines(Path file) {
        try (InputStream stream = open(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (NoSuchFileException _) {
            throw new UnreadableDataException("There is no file %s.".formatted(file));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnreadableDataException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }
}
