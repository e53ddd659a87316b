package com.crewyard.recruiting.taxonomy;

import com.crewyard.recruiting.taxonomy.internal.Slug;
import java.util.List;

/**
 * A skill added to the taxonomy. When the taxonomy knows its label already, its synonyms become more names of that skill.
 *
 * @param parents labels of broader skills
 * @param related labels of skills beside it
 */
public record AddedSkill(
        String label, SkillKind kind, List<String> synonyms, List<String> parents, List<String> related) {

    public AddedSkill {
        synonyms = List.copyOf(synonyms);
        parents = List.copyOf(parents);
        related = List.copyOf(related);
    }

    public boolean isNamed() {
        return isName(label);
    }

    /** Whether a text could name it: there is a letter of the Latin alphabet or a digit in it. */
    public static boolean isName(String words) {
        return words.length() <= 120 && Slug.of(words).length() > 0 && words.indexOf('\n') < 0;
    }
}
