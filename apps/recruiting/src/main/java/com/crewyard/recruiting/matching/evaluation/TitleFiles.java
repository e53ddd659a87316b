package com.crewyard.recruiting.matching.evaluation;

import com.crewyard.recruiting.matching.meaning.Occupation;
import com.crewyard.recruiting.vocabulary.official.OfficialOccupations;
import com.crewyard.recruiting.vocabulary.official.TableFile;
import java.nio.file.Path;
import java.util.List;

/** Titles with their occupations, as ESCO's benchmarks and O*NET publish them. */
final class TitleFiles {

    private static final List<String> TITLES = List.of("vacancyTitle", "Reported Job Title", "title");

    private TitleFiles() {}

    /** A title, and the id of the occupation it belongs to. */
    record Title(String text, String occupation) {}

    static List<Title> titles(Path file) {
        TableFile table = TableFile.read(file);
        String id = table.oneOf(OfficialOccupations.IDS);
        String text = table.oneOf(TITLES);
        return table.rows().stream()
                .filter(row -> !row.getOrDefault(text, "").isBlank())
                .map(row -> new Title(row.getOrDefault(text, ""), row.getOrDefault(id, "")))
                .toList();
    }

    static List<Occupation> occupations(List<Path> files) {
        return OfficialOccupations.read(files).stream()
                .map(official -> new Occupation(official.id(), official.label(), official.alternatives()))
                .toList();
    }
}
