package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.UserId;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.TaskStore;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.User;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues have to do about candidates. */
@Service
public class Tasks {

    private static final int LONGEST_TITLE = 300;

    private final TaskStore store;
    private final CandidateStore candidates;
    private final People people;
    private final Journal journal;

    Tasks(TaskStore store, CandidateStore candidates, People people, Journal journal) {
        this.store = store;
        this.candidates = candidates;
        this.people = people;
        this.journal = journal;
    }

    /** A task about to be given. */
    public record NewTask(
            String title, Optional<LocalDate> dueOn, Optional<UserId> assignee, Optional<ApplicationId> application) {}

    @Transactional
    public CandidateTask add(CurrentUser by, CandidateId candidate, NewTask task) {
        String title = task.title().replace("\0", "").strip();
        Violations violations = new Violations();
        violations.require(
                !title.isEmpty() && title.length() <= LONGEST_TITLE,
                "title",
                title.isEmpty() ? "Say what is to be done." : "A task has at most 300 characters.");
        task.assignee()
                .filter(assignee -> people.find(assignee).filter(User::active).isEmpty())
                .ifPresent(assignee ->
                        violations.add("assignee_id", "Nobody here has the number %s.".formatted(assignee)));
        violations.throwIfAny();
        if (candidates.lock(candidate).isEmpty()) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
        long id = store.insert(by.id(), candidate, title, task);
        Happening happening =
                Happening.of("task.added").on(candidate).with("task", id).with("title", title);
        journal.append(by.actor(), task.application().map(happening::on).orElse(happening));
        return required(candidate, id);
    }

    /** Does nothing when it is done already. */
    @Transactional
    public CandidateTask complete(CurrentUser by, CandidateId candidate, long id) {
        CandidateTask task = required(candidate, id);
        if (store.changeDone(id, true)) {
            journal.append(
                    by.actor(),
                    Happening.of("task.completed")
                            .on(candidate)
                            .with("task", id)
                            .with("title", task.title()));
        }
        return required(candidate, id);
    }

    /** Does nothing when it is open already. */
    @Transactional
    public CandidateTask reopen(CurrentUser by, CandidateId candidate, long id) {
        CandidateTask task = required(candidate, id);
        if (store.changeDone(id, false)) {
            journal.append(
                    by.actor(),
                    Happening.of("task.reopened").on(candidate).with("task", id).with("title", task.title()));
        }
        return required(candidate, id);
    }

    /** Open ones first, by due date, then those done, latest first. */
    @Transactional(readOnly = true)
    public List<CandidateTask> of(CandidateId candidate) {
        return store.of(candidate);
    }

    /** What a colleague has yet to do, by due date. */
    @Transactional(readOnly = true)
    public List<CandidateTask> assignedTo(UserId user, int limit) {
        return store.assignedTo(user, limit);
    }

    /** The next open task of each candidate that has one. */
    @Transactional(readOnly = true)
    public Map<CandidateId, CandidateTask> next(Collection<CandidateId> candidates) {
        return store.next(candidates);
    }

    private CandidateTask required(CandidateId candidate, long id) {
        return store.find(id)
                .filter(task -> task.candidate().equals(candidate))
                .orElseThrow(() -> CrewyardException.notFound("Task", id));
    }
}
