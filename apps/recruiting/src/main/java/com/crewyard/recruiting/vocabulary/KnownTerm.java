package com.crewyard.recruiting.vocabulary;

import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.Title;
import java.util.List;
import java.util.Locale;

/**
 * A skill or title of the whole taxonomy.
 *
 * @param kind of a skill; the sector of a title, empty when it has none
 */
public record KnownTerm(String id, String label, String kind, List<String> synonyms) {

    static KnownTerm of(Skill skill) {
        return new KnownTerm(
                skill.id().value(), skill.label(), skill.kind().name().toLowerCase(Locale.ROOT), skill.synonyms());
    }

    static KnownTerm of(Title title) {
        return new KnownTerm(title.id().value(), title.label(), title.sector(), title.synonyms());
    }
}
