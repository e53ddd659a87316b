package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.ProfileKeeper;
import com.crewyard.recruiting.candidates.internal.ResumeStore;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeText;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The resumes of candidates, every version of them. */
@Service
public class Resumes {

    private final ResumeStore store;
    private final CandidateStore candidates;
    private final ProfileKeeper profiles;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Resumes(
            ResumeStore store,
            CandidateStore candidates,
            ProfileKeeper profiles,
            Journal journal,
            ApplicationEventPublisher events) {
        this.store = store;
        this.candidates = candidates;
        this.profiles = profiles;
        this.journal = journal;
        this.events = events;
    }

    /**
     * Adds a resume that waits to be read; {@link ResumeAdded} says so to whoever reads resumes.
     *
     * @param sha256 of a file that is stored already
     * @throws CrewyardException when there is no such candidate
     */
    @Transactional
    public ResumeId add(Actor actor, CandidateId candidate, String sha256, String fileName) {
        ResumeId id = addRead(actor, candidate, sha256, fileName);
        events.publishEvent(new ResumeAdded(id, candidate));
        return id;
    }

    /** Adds a resume that the caller reads itself, in the same transaction. */
    @Transactional
    public ResumeId addRead(Actor actor, CandidateId candidate, String sha256, String fileName) {
        if (candidates.lock(candidate).isEmpty()) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
        ResumeId id = store.insert(candidate, sha256, FileNames.clean(fileName));
        journal.append(actor, Happening.of("resume.received").on(candidate).with("resume", id.value()));
        return id;
    }

    /**
     * Keeps what was read, again if it was read before, and brings the candidate's profile up to date. A resume whose
     * candidate was deleted meanwhile is passed over.
     */
    @Transactional
    public void recordParsed(ResumeId id, ResumeText text, ResumeProfile profile, String parser) {
        store.find(id).ifPresent(resume -> {
            candidates.lock(resume.candidate());
            store.updateParsed(id, text, profile, parser);
            profiles.refresh(resume.candidate());
            journal.append(
                    Actor.SYSTEM,
                    Happening.of("resume.parsed").on(resume.candidate()).with("resume", id.value()));
        });
    }

    /**
     * @param reason a sentence for recruiters
     */
    @Transactional
    public void recordUnreadable(ResumeId id, String reason) {
        store.find(id).ifPresent(resume -> {
            candidates.lock(resume.candidate());
            store.updateUnreadable(id, reason);
            profiles.refresh(resume.candidate());
            journal.append(
                    Actor.SYSTEM,
                    Happening.of("resume.unreadable").on(resume.candidate()).with("resume", id.value()));
        });
    }

    @Transactional(readOnly = true)
    public Optional<Resume> find(ResumeId id) {
        return store.find(id);
    }

    /** The candidate's newest resume, read or not. */
    @Transactional(readOnly = true)
    public Optional<Resume> latest(CandidateId candidate) {
        return store.of(candidate).stream().findFirst();
    }

    /** Every version, newest first. */
    @Transactional(readOnly = true)
    public List<Resume> of(CandidateId candidate) {
        return store.of(candidate);
    }

    /** What was read in a resume; empty while it waits, and when it could not be read. */
    @Transactional(readOnly = true)
    public Optional<ReadResume> read(ResumeId id) {
        return store.read(id);
    }

    /** Resumes that nobody has read, oldest first: work that was lost, or is still under way. */
    @Transactional(readOnly = true)
    public List<Resume> waiting(int limit) {
        return store.waiting(limit);
    }
}
