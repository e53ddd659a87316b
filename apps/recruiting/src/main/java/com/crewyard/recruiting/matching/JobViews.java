package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.matching.internal.ScreeningStore;
import com.crewyard.recruiting.places.Places;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what a match reads of a job. */
@Component
class JobViews {

    private final ScreeningStore screenings;

    JobViews(ScreeningStore screenings) {
        this.screenings = screenings;
    }

    /** @param candidate whose answers are read; empty for everybody's */
    JobView of(Job job, Map<JobId, MatchProfile> weighed, Optional<CandidateId> candidate) {
        MatchProfile profile = weighed.getOrDefault(job.id(), MatchProfile.STANDARD);
        return new JobView(
                job.id(),
                job.title(),
                job.locations().stream()
                        .flatMap(written -> Places.of(written).stream())
                        .toList(),
                job.remoteOption().map(RemoteOption.REMOTE::equals).orElse(false),
                job.draft().requiredSkills(),
                job.draft().niceToHaveSkills(),
                job.draft().description().orElse(""),
                profile.weights(),
                screenings.of(job.id(), profile.wanted(), candidate));
    }
}
