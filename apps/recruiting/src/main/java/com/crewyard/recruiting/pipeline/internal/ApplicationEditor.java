package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.Received;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes applications; its caller holds the transaction. */
@Component
public class ApplicationEditor {

    private final ApplicationStore store;
    private final Placement placement;
    private final Hiring hiring;
    private final Jobs jobs;
    private final Journal journal;
    private final JdbcClient jdbc;

    ApplicationEditor(
            ApplicationStore store, Placement placement, Hiring hiring, Jobs jobs, Journal journal, JdbcClient jdbc) {
        this.store = store;
        this.placement = placement;
        this.hiring = hiring;
        this.jobs = jobs;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** Empty when the candidate has applied to the job already. */
    public Optional<Application> add(
            Actor actor, JobId job, CandidateId candidate, String source, Optional<Integer> fitScore) {
        checkScore(fitScore);
        jobs.get(job);
        requireCandidate(candidate);
        Received received =
                new Received(job, candidate, Optional.empty(), Optional.empty(), List.of(), source, Optional.empty());
        return insert(actor, received, StageKind.SOURCED).map(id -> {
            fitScore.ifPresent(score -> store.score(id, score));
            return store.find(id).orElseThrow();
        });
    }

    public Received.Outcome receive(Actor actor, Received received) {
        Optional<ApplicationId> created = insert(actor, received, StageKind.APPLIED);
        if (created.isPresent()) {
            store.replaceAnswers(created.get(), received.answers());
            return new Received.Outcome.Created(store.find(created.get()).orElseThrow());
        }
        Application present = store.find(received.job(), received.candidate())
                .flatMap(found -> store.lock(found.id()))
                .orElseThrow();
        store.refresh(present.id(), received);
        if (!received.answers().isEmpty()) {
            store.replaceAnswers(present.id(), received.answers());
        }
        if (present.state() == ApplicationState.WITHDRAWN) {
            return new Received.Outcome.Reopened(
                    placement.reopen(actor, present, firstOf(received.job(), StageKind.APPLIED)));
        }
        journal.append(actor, subject(Happening.of("application.updated"), present));
        return new Received.Outcome.Updated(store.find(present.id()).orElseThrow());
    }

    public Application toStatus(CurrentUser user, Application application, String status) {
        return application.status().equals(status) ? application : placement.toStatus(user, application, status);
    }

    public Application change(
            CurrentUser user,
            ApplicationId id,
            Optional<String> status,
            Optional<String> source,
            Optional<Optional<Integer>> fitScore) {
        Application before = store.lock(id).orElseThrow(() -> CrewyardException.notFound("Application", id));
        fitScore.ifPresent(score -> {
            checkScore(score);
            store.score(id, score.orElse(null));
        });
        source.ifPresent(text -> store.source(id, text));
        if (source.isPresent() || fitScore.isPresent()) {
            journal.append(user.actor(), subject(Happening.of("application.changed"), before));
        }
        status.filter(wanted -> !wanted.equals(before.status()))
                .ifPresent(wanted -> placement.toStatus(user, before, wanted));
        return store.find(id).orElseThrow();
    }

    public void delete(Actor actor, ApplicationId id) {
        Application application = store.lock(id).orElseThrow(() -> CrewyardException.notFound("Application", id));
        hiring.releaseOpening(id);
        store.delete(id);
        journal.append(actor, subject(Happening.of("application.deleted"), application));
    }

    private Optional<ApplicationId> insert(Actor actor, Received received, StageKind kind) {
        Stage stage = firstOf(received.job(), kind);
        Optional<ApplicationId> id = store.insert(received, stage.id(), References.next());
        id.ifPresent(created -> journal.append(
                actor,
                Happening.of("application.created")
                        .on(received.job())
                        .on(received.candidate())
                        .on(created)
                        .with("source", received.source())
                        .with("to", stage.slug())));
        return id;
    }

    /** The stage where such applications begin: of that kind, or the first after it. */
    private Stage firstOf(JobId job, StageKind kind) {
        List<Stage> stages = hiring.stages(job);
        return stages.stream()
                .filter(stage -> stage.kind() == kind)
                .findFirst()
                .orElseGet(() -> stages.stream()
                        .filter(stage -> stage.kind().compareTo(kind) >= 0)
                        .findFirst()
                        .orElseThrow(() -> CrewyardException.notFound("Job", job)));
    }

    private void requireCandidate(CandidateId candidate) {
        boolean exists = jdbc.sql(
                        "select exists (select from candidates.candidate where id = ? and merged_into is null)")
                .param(candidate.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
    }

    private static void checkScore(Optional<Integer> score) {
        Violations violations = new Violations();
        violations.require(
                score.map(value -> value >= 0 && value <= 100).orElse(true),
                "fit_score",
                "fit_score is from 0 to 100; %s is not.".formatted(score.orElse(0)));
        violations.throwIfAny();
    }

    static Happening subject(Happening happening, Application application) {
        return happening.on(application.job()).on(application.candidate()).on(application.id());
    }
}
