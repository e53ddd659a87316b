package com.crewyard.recruiting.candidates;

import java.util.Optional;

/**
 * A person about to be added.
 *
 * @param details what is known beside the name
 */
public record NewCandidate(String fullName, CandidateChanges details) {

    public static NewCandidate named(String fullName) {
        return new NewCandidate(fullName, CandidateChanges.NONE);
    }

    public NewCandidate with(CandidateField field, String text) {
        return with(field, Optional.of(text));
    }

    public NewCandidate with(CandidateField field, Optional<String> text) {
        return text.isEmpty() ? this : new NewCandidate(fullName, details.with(field, text));
    }
}
