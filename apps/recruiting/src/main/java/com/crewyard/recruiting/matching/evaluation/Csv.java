package com.crewyard.recruiting.matching.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values with a line of names first (RFC 4180, without line breaks inside of fields). */
final class Csv {

    private Csv() {}

    /** @param needed columns without which the file is of no use */
    static List<Map<String, String>> rows(Path file, String... needed) {
        List<String> lines = DataFiles.lines(file);
        if (lines.isEmpty()) {
            throw new UnreadableDataException("%s has no lines.".formatted(file));
        }
        List<String> names = fields(lines.getFirst());
        for (String name : needed) {
            if (!names.contains(name)) {
                throw UnreadableDataException.at(
                        file, 1, "there is no column \"%s\" but %s".formatted(name, String.join(", ", names)));
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                List<String> fields = fields(lines.get(i));
                if (fields.size() != names.size()) {
                    throw UnreadableDataException.at(
                            file, i + 1, "%d fields where %d were named".formatted(fields.size(), names.size()));
                }
                Map<String, String> row = new HashMap<>();
                for (int column = 0; column < names.size(); column++) {
                    row.put(names.get(column), fields.get(column));
                }
                rows.add(row);
            }
        }
        return rows;
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
