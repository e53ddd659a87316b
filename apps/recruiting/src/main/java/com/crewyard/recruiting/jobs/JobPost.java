package com.crewyard.recruiting.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What candidates see of a job.
 *
 * @param publishedAt when it was last put on the careers site
 * @param validThrough the last day on which it takes applications; open-ended when empty
 */
public record JobPost(PostState state, Optional<Instant> publishedAt, Optional<LocalDate> validThrough) {

    /** Whether an application is taken on that day. */
    public boolean takesApplicationsOn(LocalDate day) {
        return state.takesApplications()
                && validThrough.map(last -> !day.isAfter(last)).orElse(true);
    }
}
