package com.crewyard.recruiting.vocabulary.official;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of a file whose first line names the columns: comma-separated values (RFC 4180), or tab-separated ones, which have
 * no quotes.
 */
public final class TableFile {

    private static final char TAB = '\t';

    private final Path file;
    private final List<String> names;
    private final List<Map<String, String>> rows;

    private TableFile(Path file, List<String> names, List<Map<String, String>> rows) {
        this.file = file;
        this.names = names;
        this.rows = rows;
    }

    /** @throws UnreadableTableException when the file is missing, has no rows or one with more or fewer fields than names */
    public static TableFile read(Path file) {
        String text = text(file);
        boolean isTabbed = text.lines().limit(1).anyMatch(line -> line.indexOf(TAB) >= 0);
        CSVFormat format = isTabbed
                ? CSVFormat.DEFAULT.builder().setDelimiter(TAB).setQuote(null).get()
                : CSVFormat.DEFAULT;
        List<String> names = List.of();
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            long line = 1;
            for (CSVRecord record : parser) {
                if (names.isEmpty()) {
                    names = record.toList();
                } else {
                    rows.add(row(file, line, names, record));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableTableException("%s is no table: %s".formatted(file, e.getMessage()));
        }
        if (rows.isEmpty()) {
            throw new UnreadableTableException("%s has no lines.".formatted(file));
        }
        return new TableFile(file, names, List.copyOf(rows));
    }

    private static Map<String, String> row(Path file, long line, List<String> names, CSVRecord record) {
        if (record.size() != names.size()) {
            throw UnreadableTableException.at(
                    file, line, "%d fields where %d were named".formatted(record.size(), names.size()));
        }
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            row.put(names.get(column), record.get(column));
        }
        return row;
    }

    /** By the names of columns, all of which each row has. */
    public List<Map<String, String>> rows() {
        return rows;
    }

    public boolean has(String column) {
        return names.contains(column);
    }

    /** @throws UnreadableTableException when it is missing */
    public void require(String column) {
        if (!has(column)) {
            throw UnreadableTableException.at(
                    file, 1, "there is no column \"%s\" but %s".formatted(column, String.join(", ", names)));
        }
    }

    /**
     * The first of some columns that is there.
     *
     * @throws UnreadableTableException when none is
     */
    public String oneOf(List<String> columns) {
        return columns.stream()
                .filter(this::has)
                .findFirst()
                .orElseThrow(() -> UnreadableTableException.at(
                        file, 1, "there is none of the columns %s".formatted(String.join(", ", columns))));
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException _) {
            throw new UnreadableTableException("There is no file %s.".formatted(file));
        } catch (IOException e) {
            throw new UnreadableTableException("%s cannot be read as UTF-8 text: %s.".formatted(file, e.getMessage()));
        }
    }
}
