package com.crewyard.recruiting.vocabulary.official;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.SkillKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Skills as official files have them. Names that are no names to us (too long, not Latin) are left out. */
public final class OfficialSkills {

    private static final String LABEL = "preferredLabel";
    private static final String OTHERS = "altLabels";
    private static final String EXAMPLE = "Example";

    private OfficialSkills() {}

    /**
     * ESCO's {@code skills_en.csv}, of which {@code preferredLabel} and {@code altLabels} (one a line) are read, and {@code
     * skillType} where there is one.
     *
     * @throws UnreadableTableException when the file is missing or of another shape
     */
    public static List<AddedSkill> esco(Path file) {
        TableFile table = TableFile.read(file);
        table.require(LABEL);
        table.require(OTHERS);
        List<AddedSkill> skills = new ArrayList<>();
        for (Map<String, String> row : table.rows()) {
            boolean isAbility = row.getOrDefault("skillType", "").startsWith("skill");
            skill(
                            row.getOrDefault(LABEL, ""),
                            isAbility ? SkillKind.METHOD : SkillKind.KNOWLEDGE,
                            row.getOrDefault(OTHERS, "").lines().toList())
                    .ifPresent(skills::add);
        }
        return List.copyOf(skills);
    }

    /**
     * O*NET's {@code Technology Skills.txt}, of which {@code Example} is read. A vendor that stands before the product's own
     * name ("Adobe Systems Adobe Acrobat") is left off in a second name.
     *
     * @throws UnreadableTableException when the file is missing or of another shape
     */
    public static List<AddedSkill> onet(Path file) {
        TableFile table = TableFile.read(file);
        table.require(EXAMPLE);
        Map<String, AddedSkill> skills = new LinkedHashMap<>();
        for (Map<String, String> row : table.rows()) {
            String label = row.getOrDefault(EXAMPLE, "").strip();
            skill(label, SkillKind.TOOL, withoutVendor(label))
                    .ifPresent(skill -> skills.putIfAbsent(skill.label().toLowerCase(Locale.ROOT), skill));
        }
        return List.copyOf(skills.values());
    }

    private static List<String> withoutVendor(String label) {
        List<String> words = Arrays.asList(label.split(" "));
        int again = words.subList(1, words.size()).indexOf(words.getFirst()) + 1;
        return again < 1 ? List.of() : List.of(String.join(" ", words.subList(again, words.size())));
    }

    private static Optional<AddedSkill> skill(String label, SkillKind kind, List<String> others) {
        return Names.of(label, others)
                .map(names -> new AddedSkill(names.label(), kind, names.others(), List.of(), List.of()));
    }
}
