package com.crewyard.recruiting.pipeline;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.Problem;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.pipeline.internal.ApplicationEditor;
import com.crewyard.recruiting.pipeline.internal.ApplicationStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The applications of the organization in scope. {@link Pipeline} moves them. */
@Service
public class Applications {

    private final ApplicationStore store;
    private final ApplicationEditor editor;
    private final Journal journal;
    private final TransactionOperations transactions;

    Applications(
            ApplicationStore store, ApplicationEditor editor, Journal journal, TransactionOperations transactions) {
        this.store = store;
        this.editor = editor;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** A window on a list, and the length of the whole. */
    public record Page(List<Application> items, long total) {}

    /** An application that its candidate's private link leads to. */
    public record Linked(OrganizationId organization, ApplicationId application) {}

    @Transactional(readOnly = true)
    public Optional<Application> find(ApplicationId id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Application> find(JobId job, CandidateId candidate) {
        return store.find(job, candidate);
    }

    /** Those of the candidates who have an application for a job, in whatever state. */
    @Transactional(readOnly = true)
    public Set<CandidateId> applied(JobId job, Collection<CandidateId> candidates) {
        return store.applied(job, candidates);
    }

    /** @throws CrewyardException when there is none in this organization */
    @Transactional(readOnly = true)
    public Application get(ApplicationId id) {
        return store.find(id).orElseThrow(() -> CrewyardException.notFound("Application", id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page page(Optional<JobId> job, Optional<CandidateId> candidate, int skip, int limit) {
        return new Page(store.page(job, candidate, skip, limit), store.count(job, candidate));
    }

    @Transactional(readOnly = true)
    public List<Answer> answers(ApplicationId id) {
        return store.answers(id);
    }

    /** Whose link it is, before any organization is in scope; empty when the link is not known. */
    public Optional<Linked> byStatusToken(String sha256) {
        return Tenancy.withKey(sha256, () -> transactions.execute(_ -> store.byStatusToken(sha256)))
                .map(linked -> new Linked(linked.organization(), linked.application()));
    }

    /**
     * Adds a candidate to a job by a person's hand.
     *
     * @param status a stage's slug, or rejected or hired
     * @throws CrewyardException when the candidate is there already, or one of the two is not in this organization
     */
    @Transactional
    public Application add(
            CurrentUser user,
            JobId job,
            CandidateId candidate,
            String status,
            String source,
            Optional<Integer> fitScore) {
        Application application = editor.add(user.actor(), job, candidate, source, fitScore)
                .orElseThrow(() -> CrewyardException.of(
                        Problem.INCONSISTENT,
                        "Candidate %s has already an application for job %s.".formatted(candidate, job)));
        return editor.toStatus(user, application, status);
    }

    /** Takes in an application that arrived from outside, in its caller's transaction. */
    @Transactional
    public Received.Outcome receive(Actor actor, Received received) {
        return editor.receive(actor, received);
    }

    /** Changes what a client of the API may change. */
    @Transactional
    public Application change(
            CurrentUser user,
            ApplicationId id,
            Optional<String> status,
            Optional<String> source,
            Optional<Optional<Integer>> fitScore) {
        return editor.change(user, id, status, source, fitScore);
    }

    /** What the matching engine found; shown where no person set a score. */
    @Transactional
    public void recordMatch(ApplicationId id, int score, String reason) {
        store.find(id).ifPresent(application -> {
            store.matchScore(id, score, reason);
            journal.append(
                    Actor.SYSTEM,
                    Happening.of("application.scored")
                            .on(application.job())
                            .on(application.candidate())
                            .on(id)
                            .with("score", score));
        });
    }

    /** @throws CrewyardException when there is none in this organization */
    @Transactional
    public void delete(CurrentUser user, ApplicationId id) {
        editor.delete(user.actor(), id);
    }
}
