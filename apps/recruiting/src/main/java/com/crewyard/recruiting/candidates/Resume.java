package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import java.time.Instant;

/**
 * A resume as it came in. Later ones stand beside it.
 *
 * @param sha256 of the stored file
 * @param fileName as the person called it
 */
public record Resume(
        ResumeId id, CandidateId candidate, String sha256, String fileName, Instant receivedAt, State state) {

    /** How far reading it has come. */
    public sealed interface State {
        /** Nobody has read it yet. */
        record Waiting() implements State {}

        /**
         * @param parser name and version of what read it
         */
        record Parsed(String parser, Instant at) implements State {}

        /**
         * @param reason a sentence for recruiters
         */
        record Unreadable(String reason) implements State {}
    }

    public boolean isParsed() {
        return state instanceof State.Parsed;
    }
}
