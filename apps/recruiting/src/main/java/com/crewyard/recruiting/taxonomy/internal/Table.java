package com.crewyard.recruiting.taxonomy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tab-separated file beside the taxonomy's classes; lines that start with # are remarks, | separates a cell's values. */
public final class Table {
    private static final String ROOT = "/com/crewyard/recruiting/taxonomy/";

    private Table() {}

    public static List<List<String>> rows(String file, int columns) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : split(text(file), '\n')) {
            if (line.isEmpty() || line.startsWith("# ")) {
                continue;
            }
            List<String> cells = split(line, '\t');
            if (cells.size() != columns) {
                throw new IllegalStateException(
                        "%s: a row has %d columns, expected %d: \"%s\"".formatted(file, cells.size(), columns, line));
            }
            rows.add(cells);
        }
        return rows;
    }

    public static List<String> values(String cell) {
        return cell.isEmpty() ? List.of() : List.copyOf(split(cell, '|'));
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String text(String file) {
        try (InputStream stream = Table.class.getResourceAsStream(ROOT.concat(file))) {
            if (stream == null) {
                throw new IllegalStateException("Taxonomy file %s%s is not on the class path".formatted(ROOT, file));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException("Taxonomy file %s%s cannot be read".formatted(ROOT, file), exception);
        }
    }
}
