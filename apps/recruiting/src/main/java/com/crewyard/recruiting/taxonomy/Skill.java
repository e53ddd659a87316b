package com.crewyard.recruiting.taxonomy;

import java.util.List;

/** Something a person can do, use, know or is permitted to do. {@code parents} are broader, {@code related} beside it. */
public record Skill(
        SkillId id, String label, SkillKind kind, List<String> synonyms, List<SkillId> parents, List<SkillId> related) {
    public Skill {
        synonyms = List.copyOf(synonyms);
        parents = List.copyOf(parents);
        related = List.copyOf(related);
    }
}
