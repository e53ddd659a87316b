package com.crewyard.recruiting.matching.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.matching.Matching;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.platform.work.Work;
import com.crewyard.recruiting.platform.work.WorkHandler;
import com.crewyard.recruiting.platform.work.WorkType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives applications their match score, and a new one when the candidate or the job changes. */
@Component
class ApplicationScoring implements WorkHandler<ApplicationScoring.Score> {

    private static final WorkType<Score> SCORE = new WorkType<>("matching.score", Score.class);
    private static final Set<String> CANDIDATE_CHANGES =
            Set.of("application.created", "resume.parsed", "candidate.changed", "candidate.corrected");
    private static final String PROFILE = "match.profile_";
    private static final Set<String> JOB_CHANGES = Set.of("job.changed", PROFILE + "changed", PROFILE + "reset");
    private static final int BATCH = 100;

    private final Applications applications;
    private final Matching matching;
    private final Work work;

    ApplicationScoring(Applications applications, Matching matching, Work work) {
        this.applications = applications;
        this.matching = matching;
        this.work = work;
    }

    /** Of all applications of a candidate, for a job, or at all. */
    record Score(@Nullable Long candidate, @Nullable Long job) {}

    @EventListener
    void on(Journal.Recorded recorded) {
        Happening happening = recorded.happening();
        if (CANDIDATE_CHANGES.contains(happening.type())
                && happening.candidate().isPresent()) {
            long candidate = happening.candidate().get().value();
            work.enqueue(SCORE, "candidate:" + candidate, new Score(candidate, null));
        } else if (JOB_CHANGES.contains(happening.type()) && happening.job().isPresent()) {
            long job = happening.job().get().value();
            work.enqueue(SCORE, "job:" + job, new Score(null, job));
        } else if (happening.type().startsWith(PROFILE) || happening.type().equals("taxonomy.changed")) {
            work.enqueue(SCORE, "everybody", new Score(null, null));
        }
    }

    @Override
    public WorkType<Score> type() {
        return SCORE;
    }

    @Override
    public void handle(Score score) {
        Optional<JobId> job = Optional.ofNullable(score.job()).map(JobId::new);
        Optional<CandidateId> candidate = Optional.ofNullable(score.candidate()).map(CandidateId::new);
        List<Application> batch;
        int done = 0;
        do {
            batch = applications.page(job, candidate, done, BATCH).items();
            batch.forEach(this::score);
            done += batch.size();
        } while (batch.size() == BATCH);
    }

    private void score(Application application) {
        matching.score(application.job(), application.candidate())
                .filter(match -> !application.matchScore().equals(Optional.of(match.score())))
                .ifPresent(match -> applications.recordMatch(application.id(), match.score(), match.reason()));
    }
}
