package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import java.util.List;

/** A module that keeps rows of candidates and takes part when two of them are merged. Its calls are in the merge's transaction. */
public interface MergeParticipant {

    /** Constant and unique: its memory is kept under this name. */
    String name();

    /** Sentences on what {@link #move} would do now; empty when nothing. */
    List<String> preview(CandidateId kept, CandidateId merged);

    /**
     * Moves what belongs to the merged candidate to the kept one.
     *
     * @return JSON that {@link #restore} needs to bring everything back
     */
    String move(CandidateId kept, CandidateId merged);

    /** Brings back what was moved; what came to the kept candidate since stays there. */
    void restore(CandidateId kept, CandidateId merged, String memory);
}
