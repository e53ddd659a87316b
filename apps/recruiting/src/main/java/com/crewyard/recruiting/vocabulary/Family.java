package com.crewyard.recruiting.vocabulary;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.AddedTitle;

/** What a term of the taxonomy names. */
public enum Family {
    SKILL("skill", "skills"),
    TITLE("title", "titles");

    private final String code;
    private final String plural;

    Family(String code, String plural) {
        this.code = code;
        this.plural = plural;
    }

    public String code() {
        return code;
    }

    /** As addresses and messages have it. */
    public String plural() {
        return plural;
    }

    public static Family of(AddedTerm term) {
        return switch (term) {
            case AddedSkill _ -> SKILL;
            case AddedTitle _ -> TITLE;
        };
    }

    /** @throws IllegalArgumentException when there is none */
    public static Family ofPlural(String plural) {
        for (Family family : values()) {
            if (family.plural.equals(plural)) {
                return family;
            }
        }
        throw new IllegalArgumentException("\"%s\" is no family of terms".formatted(plural));
    }
}
