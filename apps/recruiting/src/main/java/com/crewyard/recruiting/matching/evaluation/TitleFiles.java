package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.occupations.Occupation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Titles and occupations as ESCO and O*NET publish them, told apart by the names of their columns. */
final class TitleFiles {

    private static final String SOC = "O*NET-SOC Code";
    private static final List<String> IDS = List.of("conceptUri", SOC);
    private static final List<String> TITLES = List.of("vacancyTitle", "Reported Job Title", "title");
    private static final List<String> LABELS = List.of("preferredLabel", "Title");
    private static final List<String> ALTERNATIVES = List.of("altLabels", "Alternate Title");

    private TitleFiles() {}

    /** A title, and the id of the occupation it belongs to. */
    record Title(String text, String occupation) {}

    static List<Title> titles(Path file) {
        List<Map<String, String>> rows = Csv.rows(file);
        String id = column(file, rows, IDS);
        String text = column(file, rows, TITLES);
        return rows.stream()
                .filter(row -> !row.getOrDefault(text, "").isBlank())
                .map(row -> new Title(row.getOrDefault(text, ""), row.getOrDefault(id, "")))
                .toList();
    }

    /** Of all files together; O*NET keeps labels and alternatives apart. */
    static List<Occupation> occupations(List<Path> files) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, List<String>> alternatives = new LinkedHashMap<>();
        for (Path file : files) {
            List<Map<String, String>> rows = Csv.rows(file);
            String id = column(file, rows, IDS);
            for (Map<String, String> row : rows) {
                first(row, LABELS).forEach(label -> labels.put(row.getOrDefault(id, ""), label));
                first(row, ALTERNATIVES)
                        .forEach(written -> alternatives
                                .computeIfAbsent(row.getOrDefault(id, ""), _ -> new ArrayList<>())
                                .addAll(written.lines().map(String::strip).toList()));
            }
        }
        if (labels.isEmpty()) {
            throw new UnreadableDataException(
                    "%s name no occupation: none has one of the columns %s.".formatted(files, LABELS));
        }
        List<Occupation> occupations = new ArrayList<>();
        labels.forEach(
                (id, label) -> occupations.add(new Occupation(id, label, alternatives.getOrDefault(id, List.of()))));
        return occupations;
    }

    private static Stream<String> first(Map<String, String> row, List<String> columns) {
        return columns.stream()
                .map(column -> row.getOrDefault(column, ""))
                .filter(value -> !value.isBlank())
                .limit(1);
    }

    private static String column(Path file, List<Map<String, String>> rows, List<String> names) {
        return names.stream()
                .filter(rows.getFirst()::containsKey)
                .findFirst()
                .orElseThrow(() -> UnreadableDataException.at(
                        file, 1, "there is none of the columns %s".formatted(String.join(", ", names))));
    }
}
