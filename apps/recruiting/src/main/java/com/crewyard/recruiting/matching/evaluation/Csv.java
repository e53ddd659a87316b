package com.crewyard.recruiting.matching.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values with a line of names first (RFC 4180), or tab-separated ones, which have no quotes. */
final class Csv {

    private static final char TAB = '\t';

    private Csv() {}

    /** @param needed columns without which the file is of no use */
    static List<Map<String, String>> rows(Path file, String... needed) {
        List<String> lines = DataFiles.lines(file);
        if (lines.isEmpty()) {
            throw new UnreadableDataException("%s has no lines.".formatted(file));
        }
        boolean tabs = lines.getFirst().indexOf(TAB) >= 0;
        List<String> names = tabs ? cells(lines.getFirst()) : fields(lines.getFirst());
        for (String name : needed) {
            if (!names.contains(name)) {
                throw UnreadableDataException.at(
                        file, 1, "there is no column \"%s\" but %s".formatted(name, String.join(", ", names)));
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            int first = i;
            String record = lines.get(i);
            while (!tabs && isOpen(record) && i + 1 < lines.size()) {
                i++;
                record += "\n" + lines.get(i);
            }
            if (!record.isBlank()) {
                rows.add(row(file, first + 1, names, tabs ? cells(record) : fields(record)));
            }
        }
        if (rows.isEmpty()) {
            throw new UnreadableDataException("%s has no lines.".formatted(file));
        }
        return rows;
    }

    private static Map<String, String> row(Path file, int line, List<String> names, List<String> fields) {
        if (fields.size() != names.size()) {
            throw UnreadableDataException.at(
                    file, line, "%d fields where %d were named".formatted(fields.size(), names.size()));
        }
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < names.size(); column++) {
            row.put(names.get(column), fields.get(column));
        }
        return row;
    }

    /** Whether a quote was opened and not closed. */
    private static boolean isOpen(String record) {
        return record.chars().filter(character -> character == '"').count() % 2 == 1;
    }

    private static List<String> cells(String line) {
        return List.of(line.split(Character.toString(TAB), -1));
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString());
        return List.copyOf(fields);
    }
}
