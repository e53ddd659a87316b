package com.crewyard.recruiting.candidates.api;

import com.crewyard.recruiting.candidates.Candidate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A candidate on the wire. */
public record CandidateBody(
        long id,
        long orgId,
        String fullName,
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
        @Nullable String phone,
        List<String> skills,
        Instant createdAt,
        Instant updatedAt) {

    public static CandidateBody of(Candidate candidate) {
        return new CandidateBody(
                candidate.id().value(),
                candidate.organization().value(),
                candidate.fullName(),
                candidate.headline().orElse(null),
                candidate.location().orElse(null),
                candidate.experienceYears().orElse(null),
                candidate.currentTitle().orElse(null),
                candidate.currentCompany().orElse(null),
                candidate.linkedinUrl().orElse(null),
                candidate.githubUrl().orElse(null),
                candidate.websiteUrl().orElse(null),
                candidate.notes().orElse(null),
                candidate.email().orElse(null),
                candidate.phone().orElse(null),
                candidate.skills(),
                candidate.createdAt(),
                candidate.updatedAt());
    }
}
