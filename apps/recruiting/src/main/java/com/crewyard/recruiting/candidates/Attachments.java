package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.AttachmentStore;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of candidates beside their resumes, which {@link Resumes} keeps. */
@Service
public class Attachments {

    private final AttachmentStore store;
    private final CandidateStore candidates;
    private final Journal journal;

    Attachments(AttachmentStore store, CandidateStore candidates, Journal journal) {
        this.store = store;
        this.candidates = candidates;
        this.journal = journal;
    }

    /**
     * Attaches a file that is stored already.
     *
     * @param application the one it came with
     */
    @Transactional
    public Attachment add(
            Actor actor,
            CandidateId candidate,
            Optional<ApplicationId> application,
            Attachment.Kind kind,
            String sha256,
            String fileName) {
        if (candidates.lock(candidate).isEmpty()) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
        long id = store.insert(actor.name(), candidate, application, kind, sha256, FileNames.clean(fileName));
        Happening happening = Happening.of("attachment.added")
                .on(candidate)
                .with("attachment", id)
                .with("kind", kind.code());
        journal.append(actor, application.map(happening::on).orElse(happening));
        return required(candidate, id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Attachment> of(CandidateId candidate) {
        return store.of(candidate);
    }

    /** @throws CrewyardException when this candidate has no such attachment */
    @Transactional(readOnly = true)
    public Attachment required(CandidateId candidate, long id) {
        return store.find(id)
                .filter(attachment -> attachment.candidate().equals(candidate))
                .orElseThrow(() -> CrewyardException.notFound("Attachment", id));
    }

    @Transactional
    public void remove(Actor actor, CandidateId candidate, long id) {
        Attachment attachment = required(candidate, id);
        store.delete(id);
        journal.append(
                actor,
                Happening.of("attachment.removed")
                        .on(candidate)
                        .with("attachment", id)
                        .with("kind", attachment.kind().code()));
    }
}
