package com.crewyard.recruiting.activity;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the journal.
 *
 * @param position counts from 1 in each organization, without gaps, in the order of commits
 */
public record Activity(
        OrganizationId organization,
        long position,
        Instant at,
        String type,
        Actor actor,
        Optional<JobId> job,
        Optional<CandidateId> candidate,
        Optional<ApplicationId> application,
        Map<String, Object> data) {

    public Activity {
        data = Map.copyOf(data);
    }

    public String text(String name) {
        return String.valueOf(data.getOrDefault(name, ""));
    }
}
