package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;

/** Whether a person was known before. */
public sealed interface Recognition {

    CandidateId candidate();

    /** Seen for the first time. */
    record Added(CandidateId candidate) implements Recognition {}

    /** Known by this identifier; the strongest one when several agree. */
    record Known(CandidateId candidate, Identifier.Kind by) implements Recognition {}
}
