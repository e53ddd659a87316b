package com.crewyard.recruiting.jobs;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.internal.FormEditor;
import com.crewyard.recruiting.jobs.internal.FormStore;
import com.crewyard.recruiting.jobs.internal.JobEditor;
import com.crewyard.recruiting.jobs.internal.OpeningStore;
import com.crewyard.recruiting.jobs.internal.StageEditor;
import com.crewyard.recruiting.jobs.internal.StageStore;
import com.crewyard.recruiting.jobs.internal.TeamStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a job is filled: its stages, application questions, team and openings. */
@Service
public class Hiring {

    private static final int MOST_OPENINGS = 1_000;

    private final StageStore stages;
    private final StageEditor stageEditor;
    private final FormStore forms;
    private final FormEditor formEditor;
    private final TeamStore teams;
    private final OpeningStore openings;
    private final JobEditor jobs;
    private final Journal journal;

    Hiring(
            StageStore stages,
            StageEditor stageEditor,
            FormStore forms,
            FormEditor formEditor,
            TeamStore teams,
            OpeningStore openings,
            JobEditor jobs,
            Journal journal) {
        this.stages = stages;
        this.stageEditor = stageEditor;
        this.forms = forms;
        this.formEditor = formEditor;
        this.teams = teams;
        this.openings = openings;
        this.jobs = jobs;
        this.journal = journal;
    }

    /** @param id empty for a new stage */
    public record StageDraft(Optional<StageId> id, String name, StageKind kind) {}

    /** In the order of the board; the last one hires. */
    @Transactional(readOnly = true)
    public List<Stage> stages(JobId job) {
        return stages.of(job);
    }

    @Transactional(readOnly = true)
    public List<Stage> stages(Collection<JobId> jobsOfInterest) {
        return stages.of(jobsOfInterest);
    }

    @Transactional(readOnly = true)
    public Optional<Stage> stage(StageId id) {
        return stages.find(id);
    }

    /** @throws CrewyardException when a stage that is left out still has applications */
    @Transactional
    public List<Stage> changeStages(CurrentUser user, JobId job, List<StageDraft> drafts) {
        jobs.lock(job);
        stageEditor.replace(job, drafts);
        journal.append(user.actor(), Happening.of("job.stages_changed").on(job));
        return stages.of(job);
    }

    @Transactional(readOnly = true)
    public List<Question> questions(JobId job) {
        return forms.of(job);
    }

    /** @param questions those with id 0 are new; existing ones left out are removed, their answers stay */
    @Transactional
    public List<Question> changeQuestions(CurrentUser user, JobId job, List<Question> questions) {
        jobs.lock(job);
        formEditor.replace(job, questions);
        journal.append(user.actor(), Happening.of("job.questions_changed").on(job));
        return forms.of(job);
    }

    @Transactional(readOnly = true)
    public List<TeamMember> team(JobId job) {
        return teams.of(job);
    }

    @Transactional
    public List<TeamMember> changeTeam(CurrentUser user, JobId job, Map<UserId, TeamMember.Part> members) {
        jobs.lock(job);
        teams.replace(job, members);
        journal.append(user.actor(), Happening.of("job.team_changed").on(job));
        return teams.of(job);
    }

    @Transactional(readOnly = true)
    public Openings openings(JobId job) {
        return openings.of(List.of(job)).getOrDefault(job, new Openings(0, 0));
    }

    @Transactional(readOnly = true)
    public Map<JobId, Openings> openings(Collection<JobId> jobsOfInterest) {
        return openings.of(jobsOfInterest);
    }

    /** @throws CrewyardException when fewer than are filled already */
    @Transactional
    public Openings changeOpenings(CurrentUser user, JobId job, int total) {
        jobs.lock(job);
        Openings before = openings(job);
        if (total < Math.max(1, before.filled()) || total > MOST_OPENINGS) {
            throw CrewyardException.invalid(
                    "openings",
                    "A job has from %d to 1,000 openings; %d is not.".formatted(Math.max(1, before.filled()), total));
        }
        if (total > before.total()) {
            openings.add(job, total - before.total());
        } else if (total < before.total()) {
            openings.removeFree(job, before.total() - total);
        }
        if (total != before.total()) {
            journal.append(
                    user.actor(),
                    Happening.of("job.openings_changed")
                            .on(job)
                            .with("from", before.total())
                            .with("to", total));
        }
        return openings(job);
    }

    /** Somebody was hired: an opening is theirs. The caller tells the journal. */
    @Transactional
    public Openings fillOpening(JobId job, ApplicationId application) {
        openings.fill(job, application);
        return openings(job);
    }

    /** A hire was taken back. The caller tells the journal. */
    @Transactional
    public void releaseOpening(ApplicationId application) {
        openings.release(application);
    }
}
