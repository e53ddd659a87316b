package com.crewyard.recruiting.vocabulary.official;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.SkillKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Skills as official files have them. Names that are no names to us (too long, not Latin) are left out. */
public final class OfficialSkills {

    private static final int MOST_NAMES = 60;

    private OfficialSkills() {}

    /**
     * ESCO's {@code skills_en.csv}: comma-separated with a line of names, of which {@code preferredLabel} and {@code
     * altLabels} (one a line) are read, and {@code skillType} where there is one.
     *
     * @throws UnreadableSkillsException when the file is missing or of another shape
     */
    public static List<AddedSkill> esco(Path file) {
        List<List<String>> records = CsvText.records(text(file));
        List<String> names = records.isEmpty() ? List.of() : records.getFirst();
        int label = column(file, names, "preferredLabel");
        int others = column(file, names, "altLabels");
        int type = names.indexOf("skillType");
        List<AddedSkill> skills = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            List<String> record = records.get(i);
            if (record.size() != names.size()) {
                throw new UnreadableSkillsException("%s: record %d has %d fields where %d were named."
                        .formatted(file, i, record.size(), names.size()));
            }
            boolean isAbility = type >= 0 && record.get(type).startsWith("skill");
            add(
                    skills,
                    record.get(label),
                    isAbility ? SkillKind.METHOD : SkillKind.KNOWLEDGE,
                    record.get(others).lines().toList());
        }
        return List.copyOf(skills);
    }

    /**
     * O*NET's {@code Technology Skills.txt}: tab-separated with a line of names, of which {@code Example} is read. A vendor
     * that stands before the product's own name ("Adobe Systems Adobe Acrobat") is left off in a second name.
     *
     * @throws UnreadableSkillsException when the file is missing or of another shape
     */
    public static List<AddedSkill> onet(Path file) {
        List<String> lines = text(file).lines().toList();
        List<String> names =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().split("\t", -1));
        int example = column(file, names, "Example");
        Map<String, AddedSkill> skills = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            if (fields.length != names.size()) {
                throw new UnreadableSkillsException(
                        "%s:%d: %d fields where %d were named.".formatted(file, i + 1, fields.length, names.size()));
            }
            String label = fields[example].strip();
            List<AddedSkill> one = new ArrayList<>();
            add(one, label, SkillKind.TOOL, withoutVendor(label));
            one.forEach(skill -> skills.putIfAbsent(skill.label().toLowerCase(Locale.ROOT), skill));
        }
        return List.copyOf(skills.values());
    }

    private static List<String> withoutVendor(String label) {
        List<String> words = Arrays.asList(label.split(" "));
        int again = words.subList(1, words.size()).indexOf(words.getFirst()) + 1;
        return again < 1 ? List.of() : List.of(String.join(" ", words.subList(again, words.size())));
    }

    private static void add(List<AddedSkill> skills, String written, SkillKind kind, List<String> others) {
        String label = written.strip();
        if (AddedSkill.isName(label)) {
            Set<String> names = new LinkedHashSet<>();
            others.stream()
                    .map(String::strip)
                    .filter(AddedSkill::isName)
                    .filter(name -> !name.equalsIgnoreCase(label))
                    .limit(MOST_NAMES)
                    .forEach(names::add);
            skills.add(new AddedSkill(label, kind, List.copyOf(names), List.of(), List.of()));
        }
    }

    private static int column(Path file, List<String> names, String wanted) {
        int column = names.indexOf(wanted);
        if (column < 0) {
            throw new UnreadableSkillsException("%s:1: there is no column \"%s\" but %s."
                    .formatted(file, wanted, names.isEmpty() ? "nothing" : String.join(", ", names)));
        }
        return column;
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException _) {
            throw new UnreadableSkillsException("There is no file %s.".formatted(file));
        } catch (IOException e) {
            throw new UnreadableSkillsException("%s cannot be read as UTF-8 text: %s.".formatted(file, e.getMessage()));
        }
    }
}
