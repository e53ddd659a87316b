package com.crewyard.recruiting.candidates;

import java.util.Optional;

/**
 * How somebody who applies describes themselves, by which they may be known already. What cannot be read as a phone
 * number or a LinkedIn profile is kept as given and recognises nobody.
 */
public record Applicant(String fullName, Optional<String> email, Optional<String> phone, Optional<String> linkedinUrl) {

    public static Applicant of(String fullName, String email) {
        return new Applicant(fullName, Optional.of(email), Optional.empty(), Optional.empty());
    }
}
