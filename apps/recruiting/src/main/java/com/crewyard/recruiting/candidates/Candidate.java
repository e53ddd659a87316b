package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person the organization knows.
 *
 * @param experienceYears of work, whole years
 * @param notes a free text on the person; dated notes of colleagues are {@link Note}s
 * @param skills labels of the skills in the profile, corrections included
 * @param edited the fields that a person decided, which no parser overwrites
 */
public record Candidate(
        CandidateId id,
        OrganizationId organization,
        String fullName,
        Optional<String> headline,
        Optional<String> location,
        Optional<Integer> experienceYears,
        Optional<String> currentTitle,
        Optional<String> currentCompany,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> linkedinUrl,
        Optional<String> githubUrl,
        Optional<String> websiteUrl,
        Optional<String> notes,
        List<String> skills,
        Set<CandidateField> edited,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public Candidate {
        skills = List.copyOf(skills);
        edited = Set.copyOf(edited);
    }

    /** The field's value as text, empty when the candidate has none. */
    public Optional<String> text(CandidateField field) {
        return switch (field) {
            case FULL_NAME -> Optional.of(fullName);
            case HEADLINE -> headline;
            case LOCATION -> location;
            case EXPERIENCE_YEARS -> experienceYears.map(String::valueOf);
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
