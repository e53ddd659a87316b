package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.SkillKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The skills of all sectors, and every name they go by. */
public final class SkillCatalog {
    public static final List<String> SECTORS = List.of(
            "software",
            "data",
            "engineering",
            "trades",
            "health",
            "hospitality",
            "finance",
            "office",
            "education",
            "sales-marketing",
            "logistics",
            "creative",
            "retail",
            "public-service",
            "general");

    private final Map<SkillId, Skill> skills = new LinkedHashMap<>();
    private final Phrases<SkillName> names = new Phrases<>();

    private SkillCatalog() {}

    public static SkillCatalog load() {
        return load(List.of());
    }

    /** Names that are taken stay with whom they belong to. */
    public static SkillCatalog load(List<AddedSkill> added) {
        SkillCatalog catalog = new SkillCatalog();
        Set<String> ordinaryWords = new HashSet<>();
        for (List<String> row : Table.rows("ordinary-words.txt", 1)) {
            ordinaryWords.add(row.getFirst());
        }
        for (String sector : SECTORS) {
            for (List<String> row : Table.rows("skills/".concat(sector).concat(".tsv"), 6)) {
                catalog.add(row, ordinaryWords);
            }
        }
        for (AddedSkill skill : added) {
            catalog.add(skill, ordinaryWords);
        }
        return catalog;
    }

    public List<Skill> all() {
        return List.copyOf(skills.values());
    }

    public Optional<Skill> byId(SkillId id) {
        return Optional.ofNullable(skills.get(id));
    }

    public Optional<Skill> byName(String name) {
        return names.exact(name).flatMap(found -> byId(found.skill().id()));
    }

    Phrases<SkillName> names() {
        return names;
    }

    private void add(List<String> row, Set<String> ordinaryWords) {
        String label = row.get(0);
        Skill skill = new Skill(
                SkillId.of(label),
                label,
                SkillKind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                Table.values(row.get(2)),
                ids(row.get(3)),
                ids(row.get(4)));
        if (skills.put(skill.id(), skill) != null) {
            throw new IllegalStateException(
                    "Two skills have the id %s".formatted(skill.id().value()));
        }
        SkillName.Flags flags = SkillName.Flags.parse(row.get(5));
        addName(label, skill, flags, ordinaryWords);
        for (String synonym : skill.synonyms()) {
            addName(synonym, skill, flags, ordinaryWords);
        }
    }

    private void add(AddedSkill added, Set<String> ordinaryWords) {
        Optional<SkillId> id = added.isNamed() ? Optional.of(SkillId.of(added.label())) : Optional.empty();
        if (id.isEmpty()) {
            return;
        }
        Skill known = byName(added.label()).orElse(skills.get(id.get()));
        List<String> names = new ArrayList<>();
        for (String name : added.synonyms()) {
            if (AddedTerm.isName(name)) {
                names.add(name);
            }
        }
        Skill skill = known == null
                ? new Skill(id.get(), added.label(), added.kind(), names, ids(added.parents()), ids(added.related()))
                : new Skill(
                        known.id(),
                        known.label(),
                        known.kind(),
                        joined(known.synonyms(), names),
                        joined(known.parents(), ids(added.parents())),
                        joined(known.related(), ids(added.related())));
        skills.put(skill.id(), skill);
        SkillName.Flags flags = SkillName.Flags.parse("");
        this.names.add(added.label(), SkillName.of(added.label(), skill, flags, ordinaryWords));
        for (String name : names) {
            this.names.add(name, SkillName.of(name, skill, flags, ordinaryWords));
        }
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        for (T each : more) {
            if (!all.contains(each)) {
                all.add(each);
            }
        }
        return all;
    }

    private static List<SkillId> ids(List<String> labels) {
        List<SkillId> ids = new ArrayList<>();
        for (String label : labels) {
            if (AddedTerm.isName(label)) {
                ids.add(SkillId.of(label));
            }
        }
        return ids;
    }

    private void addName(String name, Skill skill, SkillName.Flags flags, Set<String> ordinaryWords) {
        Skill owner =
                names.add(name, SkillName.of(name, skill, flags, ordinaryWords)).skill();
        if (owner != skill) {
            throw new IllegalStateException(
                    "\"%s\" names both %s and %s".formatted(name, owner.label(), skill.label()));
        }
    }

    private static List<SkillId> ids(String labels) {
        List<SkillId> ids = new ArrayList<>();
        for (String label : Table.values(labels)) {
            ids.add(SkillId.of(label));
        }
        return ids;
    }
}
