package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.candidates.Notes;
import com.crewyard.recruiting.candidates.Tags;
import com.crewyard.recruiting.candidates.Tasks;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.pipeline.Pipeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Does what a step says through the same services that pages call, in its caller's transaction. What no longer fits,
 * because a visitor has meanwhile moved, deleted or closed something, is left out.
 */
@Component
class Enactment {

    private static final String FILLED = "Position is filled";
    private static final int MOST_OF_A_JOB = 100;

    private final Founding founding;
    private final Submission submission;
    private final Colleagues colleagues;
    private final Jobs jobs;
    private final Hiring hiring;
    private final Applications applications;
    private final Pipeline pipeline;
    private final Notes notes;
    private final Tags tags;
    private final Tasks tasks;
    private final DemoStore store;

    Enactment(
            Founding founding,
            Submission submission,
            Colleagues colleagues,
            Jobs jobs,
            Hiring hiring,
            Applications applications,
            Pipeline pipeline,
            Notes notes,
            Tags tags,
            Tasks tasks,
            DemoStore store) {
        this.founding = founding;
        this.submission = submission;
        this.colleagues = colleagues;
        this.jobs = jobs;
        this.hiring = hiring;
        this.applications = applications;
        this.pipeline = pipeline;
        this.notes = notes;
        this.tags = tags;
        this.tasks = tasks;
        this.store = store;
    }

    void of(Step step) {
        switch (step) {
            case Step.Opens opens -> founding.open(opens);
            case Step.PostsJob posts -> founding.post(posts);
            case Step.Applies applies -> submission.submit(applies);
            case Step.Moves moves -> onOpen(moves.job(), moves.email(), application -> move(moves, application));
            case Step.Rejects rejects ->
                onOpen(rejects.job(), rejects.email(), application -> reject(rejects, application));
            case Step.Withdraws withdraws ->
                onOpen(withdraws.job(), withdraws.email(), application -> {
                    pipeline.withdraw(Actor.candidate(withdraws.name()), application.id());
                    store.moved(application.id(), withdraws.at());
                });
            case Step.Writes writes -> application(writes.job(), writes.email()).ifPresent(to -> write(writes, to));
            case Step.Tags tagged -> application(tagged.job(), tagged.email()).ifPresent(to -> tag(tagged, to));
            case Step.Assigns assigns ->
                application(assigns.job(), assigns.email()).ifPresent(to -> assign(assigns, to));
            case Step.ClosesJob closes -> store.job(closes.job().title()).ifPresent(job -> close(closes, job));
        }
    }

    private void move(Step.Moves step, Application application) {
        Stage target = hiring.stages(application.job()).stream()
                .filter(stage -> stage.kind() == step.stage())
                .findFirst()
                .orElseThrow();
        pipeline.move(colleagues.user(step.colleague()), application.id(), target.id(), application.version());
        store.moved(application.id(), step.at());
    }

    private void reject(Step.Rejects step, Application application) {
        long reason = pipeline.rejectionReasons().get(step.reason()).id();
        pipeline.reject(
                colleagues.user(step.colleague()),
                application.id(),
                Optional.of(reason),
                Optional.empty(),
                application.version());
        store.moved(application.id(), step.at());
    }

    private void write(Step.Writes step, Application to) {
        long note = notes.add(
                        colleagues.user(step.colleague()),
                        to.candidate(),
                        Optional.of(to.id()),
                        colleagues.named(step.text()))
                .id();
        store.noted(note, step.at());
    }

    private void tag(Step.Tags step, Application to) {
        CurrentUser colleague = colleagues.user(step.colleague());
        tags.add(colleague.actor(), to.candidate(), step.label());
    }

    private void assign(Step.Assigns step, Application to) {
        long task = tasks.add(
                        colleagues.user(step.colleague()),
                        to.candidate(),
                        new Tasks.NewTask(
                                step.title(),
                                Optional.of(step.dueOn()),
                                Optional.of(colleagues.user(step.assignee()).id()),
                                Optional.of(to.id())))
                .id();
        store.assigned(task, step.at());
    }

    /** The others hear that somebody else has it. */
    private void close(Step.ClosesJob step, JobId job) {
        CurrentUser colleague = colleagues.user(step.colleague());
        Optional<Long> reason = pipeline.rejectionReasons().stream()
                .filter(known -> known.label().equals(FILLED))
                .map(Pipeline.RejectionReason::id)
                .findFirst();
        List<ApplicationId> open =
                applications.page(Optional.of(job), Optional.empty(), 0, MOST_OF_A_JOB).items().stream()
                        .filter(application -> application.state() == ApplicationState.ACTIVE)
                        .map(Application::id)
                        .toList();
        pipeline.rejectAll(colleague, open, reason, Optional.empty())
                .changed()
                .forEach(application -> store.moved(application.id(), step.at()));
        jobs.close(colleague, job);
        store.closed(job, step.at());
    }

    private void onOpen(String job, String email, Consumer<Application> change) {
        application(job, email)
                .filter(application -> application.state() == ApplicationState.ACTIVE)
                .ifPresent(change);
    }

    private Optional<Application> application(String title, String email) {
        Optional<JobId> job = store.job(title);
        return job.flatMap(id -> store.candidate(email).flatMap(candidate -> applications.find(id, candidate)));
    }
}
