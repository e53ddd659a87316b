package com.crewyard.recruiting.candidates.api;

import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A candidate as clients send one. */
record CandidateRequest(
        @Nullable String fullName,
        @Nullable String headline,
        @Nullable String location,
        @Nullable Integer experienceYears,
        @Nullable String currentTitle,
        @Nullable String currentCompany,
        @Nullable String linkedinUrl,
        @Nullable String githubUrl,
        @Nullable String websiteUrl,
        @Nullable String notes,
        @Nullable String email,
        @Nullable String phone) {

    /** The fields that the client mentions, null clearing them. */
    CandidateChanges changes(Predicate<String> mentioned) {
        CandidateChanges changes = CandidateChanges.NONE;
        for (CandidateField field : CandidateField.values()) {
            if (mentioned.test(field.code())) {
                changes = changes.with(field, Optional.ofNullable(text(field)));
            }
        }
        return changes;
    }

    @Nullable
    String text(CandidateField field) {
        return switch (field) {
            case FULL_NAME -> fullName;
            case HEADLINE -> headline;
            case LOCATION -> location;
            case EXPERIENCE_YEARS -> experienceYears == null ? null : String.valueOf(experienceYears);
            case CURRENT_TITLE -> currentTitle;
            case CURRENT_COMPANY -> currentCompany;
            case EMAIL -> email;
            case PHONE -> phone;
            case LINKEDIN_URL -> linkedinUrl;
            case GITHUB_URL -> githubUrl;
            case WEBSITE_URL -> websiteUrl;
            case NOTES -> notes;
        };
    }
}
