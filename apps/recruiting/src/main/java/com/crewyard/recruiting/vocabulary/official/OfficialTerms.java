package com.crewyard.recruiting.vocabulary.official;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.vocabulary.OwnTerm.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What some files of one publisher have; each file's columns tell what it is. */
public record OfficialTerms(Source source, List<AddedSkill> skills, List<AddedTitle> titles) {

    public OfficialTerms {
        skills = List.copyOf(skills);
        titles = List.copyOf(titles);
    }

    /**
     * ESCO's {@code skills_en.csv} and {@code occupations_en.csv}.
     *
     * @throws UnreadableTableException when one is missing or of another shape
     */
    public static OfficialTerms esco(List<Path> files) {
        return of(Source.ESCO, files, OfficialTerms::hasOccupations, OfficialSkills::esco);
    }

    /**
     * O*NET's {@code Technology Skills.txt}, {@code Occupation Data.txt} and {@code Alternate Titles.txt}.
     *
     * @throws UnreadableTableException when one is missing or of another shape
     */
    public static OfficialTerms onet(List<Path> files) {
        return of(Source.ONET, files, table -> !table.has("Example"), OfficialSkills::onet);
    }

    private static OfficialTerms of(
            Source source,
            List<Path> files,
            Function<TableFile, Boolean> hasOccupations,
            Function<Path, List<AddedSkill>> skills) {
        Map<Boolean, List<Path>> byKind =
                files.stream().collect(Collectors.partitioningBy(file -> hasOccupations.apply(TableFile.read(file))));
        List<Path> ofOccupations = byKind.getOrDefault(true, List.of());
        return new OfficialTerms(
                source,
                byKind.getOrDefault(false, List.of()).stream()
                        .flatMap(file -> skills.apply(file).stream())
                        .toList(),
                ofOccupations.isEmpty() ? List.of() : OfficialOccupations.titles(ofOccupations));
    }

    private static boolean hasOccupations(TableFile table) {
        return table.has("iscoGroup")
                || table.rows().getFirst().getOrDefault("conceptUri", "").contains("/occupation/");
    }
}
