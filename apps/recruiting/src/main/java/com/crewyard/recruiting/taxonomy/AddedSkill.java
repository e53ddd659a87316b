package com.crewyard.recruiting.taxonomy;

import java.util.List;

/**
 * A skill added to the taxonomy. When the taxonomy knows its label already, its synonyms become more names of that skill.
 *
 * @param parents labels of broader skills
 * @param related labels of skills beside it
 */
public record AddedSkill(
        String label, SkillKind kind, List<String> synonyms, List<String> parents, List<String> related)
        implements AddedTerm {

    public AddedSkill {
        synonyms = List.copyOf(synonyms);
        parents = List.copyOf(parents);
        related = List.copyOf(related);
    }
}
