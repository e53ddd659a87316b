package com.crewyard.recruiting.taxonomy;

import com.crewyard.recruiting.taxonomy.internal.Slug;

/** A skill's stable name in stored data: lower-case letters, digits and hyphens, derived from its label. */
public record SkillId(String value) {
    public SkillId {
        Slug.require(value);
    }

    /** The id a label has, whether or not the taxonomy knows such a skill. {@code C++} becomes {@code c-plus-plus}. */
    public static SkillId of(String label) {
        return new SkillId(Slug.of(label));
    }
}
