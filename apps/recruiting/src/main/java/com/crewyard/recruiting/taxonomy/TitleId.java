package com.crewyard.recruiting.taxonomy;

import com.crewyard.recruiting.taxonomy.internal.Slug;

/** A job title's stable name in stored data: lower-case letters, digits and hyphens, derived from its label. */
public record TitleId(String value) {
    public TitleId {
        Slug.require(value);
    }

    /** The id a label has, whether or not the taxonomy knows such a title. */
    public static TitleId of(String label) {
        return new TitleId(Slug.of(label));
    }
}
