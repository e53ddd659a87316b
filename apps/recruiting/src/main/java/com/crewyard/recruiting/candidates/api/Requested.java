package com.crewyard.recruiting.candidates.api;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.UserId;

/** What the handlers read from a request alike. */
final class Requested {

    private Requested() {}

    /** Identifiers out of range are those of nobody. */
    static CandidateId candidate(long id) {
        try {
            return new CandidateId(id);
        } catch (IllegalArgumentException _) {
            throw CrewyardException.notFound("Candidate", id);
        }
    }

    static UserId user(long id) {
        try {
            return new UserId(id);
        } catch (IllegalArgumentException _) {
            throw CrewyardException.notFound("User", id);
        }
    }
}
