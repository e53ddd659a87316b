package com.crewyard.recruiting.vocabulary.official;

import com.crewyard.recruiting.taxonomy.AddedTitle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Occupations as ESCO and O*NET publish them, told apart by the names of their columns. */
public final class OfficialOccupations {

    /** Columns with the id of an occupation. */
    public static final List<String> IDS = List.of("conceptUri", "O*NET-SOC Code");

    private static final List<String> LABELS = List.of("preferredLabel", "Title");
    private static final List<String> ALTERNATIVES = List.of("altLabels", "Alternate Title", "Reported Job Title");

    private OfficialOccupations() {}

    /**
     * Of all files together; O*NET keeps labels and alternatives apart.
     *
     * @param files ESCO's {@code occupations_en.csv}, or O*NET's {@code Occupation Data.txt} and {@code Alternate Titles.txt}
     * @throws UnreadableTableException when one is missing or of another shape, or none names an occupation
     */
    public static List<OfficialOccupation> read(List<Path> files) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, List<String>> alternatives = new LinkedHashMap<>();
        for (Path file : files) {
            TableFile table = TableFile.read(file);
            String id = table.oneOf(IDS);
            for (Map<String, String> row : table.rows()) {
                String occupation = row.getOrDefault(id, "");
                first(row, LABELS).forEach(label -> labels.put(occupation, label));
                first(row, ALTERNATIVES)
                        .forEach(written -> alternatives
                                .computeIfAbsent(occupation, _ -> new ArrayList<>())
                                .addAll(written.lines().map(String::strip).toList()));
            }
        }
        if (labels.isEmpty()) {
            throw new UnreadableTableException(
                    "%s name no occupation: none has one of the columns %s.".formatted(files, LABELS));
        }
        List<OfficialOccupation> occupations = new ArrayList<>();
        labels.forEach((id, label) ->
                occupations.add(new OfficialOccupation(id, label, alternatives.getOrDefault(id, List.of()))));
        return List.copyOf(occupations);
    }

    /** As titles of a taxonomy. Names that are no names to us (too long, not Latin) are left out. */
    public static List<AddedTitle> titles(List<Path> files) {
        return read(files).stream()
                .flatMap(occupation -> Names.of(occupation.label(), occupation.alternatives()).stream())
                .map(names -> new AddedTitle(names.label(), names.others(), List.of()))
                .toList();
    }

    private static Stream<String> first(Map<String, String> row, List<String> columns) {
        return columns.stream()
                .map(column -> row.getOrDefault(column, ""))
                .filter(value -> !value.isBlank())
                .limit(1);
    }
}
