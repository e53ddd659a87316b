package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.Mentions;
import com.crewyard.recruiting.candidates.internal.NoteStore;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Dated notes of colleagues. */
@Service
public class Notes {

    private static final int LONGEST = 20_000;

    private final NoteStore store;
    private final CandidateStore candidates;
    private final People people;
    private final Journal journal;

    Notes(NoteStore store, CandidateStore candidates, People people, Journal journal) {
        this.store = store;
        this.candidates = candidates;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Adds a note. {@code @Full Name} and {@code @mailbox} mention colleagues, who find the note among their mentions.
     */
    @Transactional
    public Note add(CurrentUser author, CandidateId candidate, Optional<ApplicationId> application, String text) {
        String body = text.replace("\0", "").strip();
        if (body.isEmpty() || body.length() > LONGEST) {
            throw CrewyardException.invalid(
                    "body",
                    body.isEmpty()
                            ? "Write something first."
                            : "A note has at most %,d characters; this one has %,d.".formatted(LONGEST, body.length()));
        }
        if (candidates.lock(candidate).isEmpty()) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
        List<UserId> mentioned = Mentions.in(body, people.all());
        long id = store.insert(author, candidate, application, body, mentioned);
        Happening happening = Happening.of("note.added")
                .on(candidate)
                .with("note", id)
                .with("mentions", mentioned.stream().map(UserId::value).toList());
        journal.append(author.actor(), application.map(happening::on).orElse(happening));
        return store.find(id).orElseThrow();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Note> of(CandidateId candidate) {
        return store.of(candidate);
    }

    /** Those that mention a colleague, newest first, with identifiers below {@code before}. */
    @Transactional(readOnly = true)
    public List<Note> mentioning(UserId user, long before, int limit) {
        return store.mentioning(user, before, limit);
    }

    /** Takes a note away; only its author may. */
    @Transactional
    public void delete(CurrentUser by, CandidateId candidate, long id) {
        Note note = store.find(id)
                .filter(found -> found.candidate().equals(candidate))
                .orElseThrow(() -> CrewyardException.notFound("Note", id));
        if (!note.author().equals(Optional.of(by.id()))) {
            throw CrewyardException.of(Problem.FORBIDDEN, "Only %s can delete this note.".formatted(note.authorName()));
        }
        store.delete(id);
        journal.append(by.actor(), Happening.of("note.deleted").on(candidate).with("note", id));
    }
}
