package com.crewyard.recruiting.taxonomy;

import java.util.List;

/** What a job is called, without its level. {@code sector} is the name of the file that defines it, empty when it was added. */
public record Title(
        TitleId id,
        String label,
        String sector,
        List<String> synonyms,
        List<SkillId> coreSkills,
        List<TitleId> related) {
    public Title {
        synonyms = List.copyOf(synonyms);
        coreSkills = List.copyOf(coreSkills);
        related = List.copyOf(related);
    }
}
