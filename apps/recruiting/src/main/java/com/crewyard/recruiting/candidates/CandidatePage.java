package com.crewyard.recruiting.candidates;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are in the whole list
 */
public record CandidatePage(List<Candidate> items, long total) {

    public CandidatePage {
        items = List.copyOf(items);
    }
}
