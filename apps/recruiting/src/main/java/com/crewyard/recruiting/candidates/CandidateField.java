package com.crewyard.recruiting.candidates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a candidate's record says about the person. */
public enum CandidateField {
    FULL_NAME("Name", 300),
    HEADLINE("Headline", 300),
    LOCATION("Location", 300),
    EXPERIENCE_YEARS("Years of experience", 2),
    CURRENT_TITLE("Title", 300),
    CURRENT_COMPANY("Employer", 300),
    /** Longest per RFC 5321, section 4.5.3.1. */
    EMAIL("Email", 254),
    PHONE("Phone", 60),
    LINKEDIN_URL("LinkedIn", 500),
    GITHUB_URL("GitHub", 500),
    WEBSITE_URL("Website", 500),
    NOTES("Notes", 20_000);

    private final String label;
    private final int longest;

    CandidateField(String label, int longest) {
        this.label = label;
        this.longest = longest;
    }

    /** For people to read. */
    public String label() {
        return label;
    }

    /** In characters. */
    public int longest() {
        return longest;
    }

    /** As on the wire and in the database: {@code full_name}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CandidateField> ofCode(String code) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(code))
                .findFirst();
    }

    public boolean isAddress() {
        return this == LINKEDIN_URL || this == GITHUB_URL || this == WEBSITE_URL;
    }
}
