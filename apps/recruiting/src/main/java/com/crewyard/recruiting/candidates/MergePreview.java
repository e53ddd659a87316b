package com.crewyard.recruiting.candidates;

import java.util.List;
import java.util.Optional;

/**
 * What a merge would do.
 *
 * @param choices the fields in which the two differ
 * @param moves sentences on what moves to the kept candidate
 */
public record MergePreview(Candidate kept, Candidate merged, List<Choice> choices, List<String> moves) {

    public MergePreview {
        choices = List.copyOf(choices);
        moves = List.copyOf(moves);
    }

    /**
     * @param takesMerged whether the merged candidate's value wins unless somebody decides: when the kept has none
     */
    public record Choice(CandidateField field, Optional<String> kept, Optional<String> merged, boolean takesMerged) {}
}
