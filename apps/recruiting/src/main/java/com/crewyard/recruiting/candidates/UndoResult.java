package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;

/** What came of undoing a merge. */
public sealed interface UndoResult {

    /** Both candidates are as they were, plus what happened to the kept one since. */
    record Undone(CandidateId restored) implements UndoResult {}

    /** Another merge into the same candidate came later; it has to be undone first. */
    record LaterMergeFirst(Merge later) implements UndoResult {}
}
