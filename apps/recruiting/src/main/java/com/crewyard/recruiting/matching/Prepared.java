package com.crewyard.recruiting.matching;

import java.util.Optional;
import java.util.Set;

/**
 * What matching has an index hold of a candidate, as blind as every ranking.
 *
 * @param contents all that a match reads of them, for matching alone to understand
 * @param stamp of the contents
 * @param work mean direction of what they did, of length 1; empty when there is no vector of it
 * @param trade direction of what they call their trade, of length 1; empty when there is no vector of it
 * @param skills identifiers of those that their profile or their resume names
 * @param words titles, headline and skills, blinded
 * @param sample where they stand in an order that says nothing about them
 * @param complete whether all vectors were there; else it is worth preparing them again
 */
public record Prepared(
        byte[] contents,
        long stamp,
        Optional<float[]> work,
        Optional<float[]> trade,
        Set<String> skills,
        String words,
        long sample,
        boolean complete) {

    public Prepared {
        skills = Set.copyOf(skills);
    }

    /** The same, with nothing to wait for. */
    public Prepared finished() {
        return new Prepared(contents, stamp, work, trade, skills, words, sample, true);
    }
}
