package com.crewyard.hosting.research;

import java.util.List;

/**
 * A kind of hosting, across documents.
 *
 * @param name as the first document calls it
 * @param aliases what the others call it
 * @param files the documents that know it
 */
public record MergedCategory(
        String name,
        List<String> aliases,
        List<String> offerings,
        List<String> strengths,
        List<String> weaknesses,
        List<String> bestFit,
        List<String> files) {

    /** Whether a name in somebody's text means this category itself. */
    public boolean isMeantBy(String text) {
        return Names.likeness(text, name) >= Names.SAME
                || aliases.stream().anyMatch(alias -> Names.likeness(text, alias) >= Names.SAME);
    }

    /** The offering that a name in somebody's text means, if it is one of these. */
    public java.util.Optional<String> offering(String text) {
        return offerings.stream()
                .filter(offering -> Names.sameProduct(text, offering))
                .findFirst();
    }
}
