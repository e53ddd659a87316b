package com.crewyard.recruiting.jobs;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The internal role.
 *
 * @param version counts its changes, for optimistic locking
 */
public record Job(
        JobId id,
        OrganizationId organization,
        Optional<UserId> createdBy,
        JobDraft draft,
        JobPost post,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public String title() {
        return draft.title();
    }

    public JobStatus status() {
        return draft.status();
    }

    public List<String> locations() {
        return draft.locations();
    }

    public Optional<EmploymentType> employmentType() {
        return draft.employmentType().flatMap(EmploymentType::of);
    }

    public Optional<RemoteOption> remoteOption() {
        return draft.remoteOption().flatMap(RemoteOption::of);
    }

    /** Locations as one line, the way the API carries them. */
    public Optional<String> location() {
        return locations().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", locations()));
    }
}
