package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobPost;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.jobs.StageKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes jobs; its caller holds the transaction and tells the journal. */
@Component
public class JobEditor {

    private final JobStore jobs;
    private final StageStore stages;
    private final OpeningStore openings;
    private final TeamStore teams;
    private final Clock clock;

    JobEditor(JobStore jobs, StageStore stages, OpeningStore openings, TeamStore teams, Clock clock) {
        this.jobs = jobs;
        this.stages = stages;
        this.openings = openings;
        this.teams = teams;
        this.clock = clock;
    }

    public JobId insert(CurrentUser user, JobDraft draft, PostState state) {
        JobId id = jobs.insert(user.id(), draft);
        jobs.insertPost(id, state, state == PostState.DRAFT ? Optional.empty() : Optional.of(clock.instant()));
        int ordinal = 0;
        for (StageKind kind : StageKind.values()) {
            stages.insert(id, ordinal, nameOf(kind), kind.code(), kind);
            ordinal++;
        }
        openings.add(id, 1);
        teams.replace(id, Map.of(user.id(), com.crewyard.recruiting.jobs.TeamMember.Part.RECRUITER));
        return id;
    }

    public Job lock(JobId id) {
        return jobs.lock(id).orElseThrow(() -> CrewyardException.notFound("Job", id));
    }

    public void update(JobId id, JobDraft draft) {
        jobs.update(id, draft);
    }

    public void changePost(Job job, PostState state, Optional<LocalDate> validThrough) {
        boolean comesOut = state.takesApplications() && !job.post().state().takesApplications();
        Optional<Instant> publishedAt =
                comesOut ? Optional.of(clock.instant()) : job.post().publishedAt();
        jobs.updatePost(job.id(), new JobPost(state, publishedAt, validThrough));
    }

    public void delete(JobId id) {
        jobs.delete(id);
    }

    private static String nameOf(StageKind kind) {
        String code = kind.code();
        return Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }
}
