package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A stored file that belongs to a candidate.
 *
 * @param addedBy name of who brought it
 */
public record Attachment(
        long id,
        CandidateId candidate,
        Optional<ApplicationId> application,
        String sha256,
        String fileName,
        Kind kind,
        String addedBy,
        Instant addedAt) {

    /** What it is to the candidate. */
    public enum Kind {
        RESUME("Resume"),
        COVER_LETTER("Cover letter"),
        ANSWER("Answer"),
        OTHER("File");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** For people to read. */
        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
