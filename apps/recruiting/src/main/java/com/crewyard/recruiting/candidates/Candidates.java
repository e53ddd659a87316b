package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.CandidateRules;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.Recognizer;
import com.crewyard.recruiting.candidates.internal.RecordKeeper;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidates of the organization in scope. One that was merged into another is found only as that other. */
@Service
public class Candidates {

    private final CandidateStore store;
    private final RecordKeeper records;
    private final Recognizer recognizer;
    private final Journal journal;

    Candidates(CandidateStore store, RecordKeeper records, Recognizer recognizer, Journal journal) {
        this.store = store;
        this.records = records;
        this.recognizer = recognizer;
        this.journal = journal;
    }

    @Transactional(readOnly = true)
    public Optional<Candidate> find(CandidateId id) {
        return store.find(id);
    }

    /** @throws CrewyardException when there is none */
    @Transactional(readOnly = true)
    public Candidate required(CandidateId id) {
        return store.find(id).orElseThrow(() -> missing(id));
    }

    /** Those that exist, newest first. */
    @Transactional(readOnly = true)
    public List<Candidate> all(Collection<CandidateId> ids) {
        return store.all(ids);
    }

    @Transactional(readOnly = true)
    public CandidatePage page(CandidateQuery query) {
        return store.page(query);
    }

    /** Who the candidate is today, when they were merged into another. */
    @Transactional(readOnly = true)
    public Optional<CandidateId> mergedInto(CandidateId id) {
        return store.mergedInto(id);
    }

    /** Adds a person, even one who may be known: duplicates are shown, and merged by people. */
    @Transactional
    public Candidate create(Actor actor, NewCandidate candidate) {
        CandidateChanges values = candidate.details().with(CandidateField.FULL_NAME, candidate.fullName());
        CandidateRules.check(values);
        CandidateId id = records.add(values);
        journal.append(
                actor,
                Happening.of("candidate.created")
                        .on(id)
                        .with("name", candidate.fullName().strip()));
        return required(id);
    }

    /**
     * The one candidate who is this person: known by email, phone or LinkedIn profile, or added. When two
     * applications of an unknown person arrive at once, one of them waits for the other's transaction.
     */
    @Transactional
    public Recognition recognize(Actor actor, Applicant applicant) {
        Recognition recognition = recognizer.recognize(applicant);
        journal.append(
                actor,
                switch (recognition) {
                    case Recognition.Added(CandidateId id) ->
                        Happening.of("candidate.created")
                                .on(id)
                                .with("name", applicant.fullName().strip());
                    case Recognition.Known(CandidateId id, Identifier.Kind by) ->
                        Happening.of("candidate.recognized").on(id).with("by", by.code());
                });
        return recognition;
    }

    /** Changes the fields that are mentioned, whoever changed them before. */
    @Transactional
    public Candidate change(Actor actor, CandidateId id, CandidateChanges changes) {
        return change(actor, id, changes, Optional.empty());
    }

    /**
     * @param version the one the person saw
     * @throws CrewyardException of class {@link Problem#STALE} when somebody changed the candidate since
     */
    @Transactional
    public Candidate change(Actor actor, CandidateId id, CandidateChanges changes, Optional<Integer> version) {
        CandidateRules.check(changes);
        Candidate before = store.lock(id).orElseThrow(() -> missing(id));
        if (version.isPresent() && version.get() != before.version()) {
            throw CrewyardException.of(
                    Problem.STALE,
                    "Somebody changed %s since you opened this page; look at the new values and try again."
                            .formatted(before.fullName()));
        }
        List<CandidateField> changed = records.change(before, changes);
        if (!changed.isEmpty()) {
            journal.append(
                    actor,
                    Happening.of("candidate.updated")
                            .on(id)
                            .with(
                                    "fields",
                                    changed.stream().map(CandidateField::code).toList()));
        }
        return required(id);
    }

    /** Deletes the person with resumes, notes, tasks and applications; the journal keeps that it happened. */
    @Transactional
    public void delete(Actor actor, CandidateId id) {
        Candidate candidate = store.lock(id).orElseThrow(() -> missing(id));
        store.delete(id);
        journal.append(actor, Happening.of("candidate.deleted").on(id).with("name", candidate.fullName()));
    }

    private static CrewyardException missing(CandidateId id) {
        return CrewyardException.notFound("Candidate", id);
    }
}
