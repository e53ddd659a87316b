package com.crewyard.recruiting.jobs;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.internal.JobEditor;
import com.crewyard.recruiting.jobs.internal.JobStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The jobs of the organization in scope. */
@Service
public class Jobs {

    private final JobStore store;
    private final JobEditor editor;
    private final Journal journal;

    Jobs(JobStore store, JobEditor editor, Journal journal) {
        this.store = store;
        this.editor = editor;
        this.journal = journal;
    }

    /** A window on a list, and the length of the whole. */
    public record Page(List<Job> items, long total) {}

    @Transactional(readOnly = true)
    public Optional<Job> find(JobId id) {
        return store.find(id);
    }

    /** @throws CrewyardException when there is none in this organization */
    @Transactional(readOnly = true)
    public Job get(JobId id) {
        return store.find(id).orElseThrow(() -> CrewyardException.notFound("Job", id));
    }

    @Transactional(readOnly = true)
    public List<Job> all(Collection<JobId> ids) {
        return store.all(ids);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page page(Optional<JobStatus> status, Optional<String> titlePart, int skip, int limit) {
        return new Page(store.page(status, titlePart, skip, limit), store.count(status, titlePart));
    }

    /** A new job with the usual stages, one opening and a post that is published or still a draft. */
    @Transactional
    public Job create(CurrentUser user, JobDraft draft, boolean published) {
        check(draft);
        JobId id = editor.insert(user, draft, published ? PostState.PUBLISHED : PostState.DRAFT);
        journal.append(user.actor(), Happening.of("job.created").on(id).with("title", draft.title()));
        if (published) {
            journal.append(user.actor(), Happening.of("job.published").on(id));
        }
        return get(id);
    }

    /**
     * Changes what a person writes of a job.
     *
     * @param seenVersion the version the change was made upon; empty to change whatever is there
     */
    @Transactional
    public Job edit(CurrentUser user, JobId id, OptionalInt seenVersion, UnaryOperator<JobDraft> change) {
        Job before = editor.lock(id);
        if (seenVersion.isPresent() && seenVersion.getAsInt() != before.version()) {
            throw CrewyardException.of(
                    Problem.STALE, "Somebody changed this job since you opened it; reload to see what is new.");
        }
        JobDraft draft = change.apply(before.draft());
        check(draft);
        if (draft.equals(before.draft())) {
            return before;
        }
        editor.update(id, draft);
        journal.append(user.actor(), Happening.of("job.changed").on(id).with("title", draft.title()));
        if (draft.status() != before.status()) {
            journal.append(
                    user.actor(),
                    Happening.of("job.status_changed")
                            .on(id)
                            .with("from", before.status().code())
                            .with("to", draft.status().code()));
        }
        return get(id);
    }

    /** Closes the job and its post. */
    @Transactional
    public Job close(CurrentUser user, JobId id) {
        Job job = edit(user, id, OptionalInt.empty(), draft -> withStatus(draft, JobStatus.CLOSED));
        return job.post().state() == PostState.DRAFT ? job : changePost(user, id, PostState.CLOSED);
    }

    @Transactional
    public Job changePost(CurrentUser user, JobId id, PostState state) {
        Job before = editor.lock(id);
        if (before.post().state() == state) {
            return before;
        }
        editor.changePost(before, state, before.post().validThrough());
        String type = switch (state) {
            case DRAFT -> "job.unpublished";
            case PUBLISHED -> "job.published";
            case INTERNAL -> "job.published_internally";
            case CLOSED -> "job.post_closed";
        };
        journal.append(user.actor(), Happening.of(type).on(id));
        return get(id);
    }

    /** @param lastDay on which the post takes applications */
    @Transactional
    public Job changeValidThrough(CurrentUser user, JobId id, Optional<LocalDate> lastDay) {
        Job before = editor.lock(id);
        editor.changePost(before, before.post().state(), lastDay);
        journal.append(user.actor(), Happening.of("job.changed").on(id).with("title", before.title()));
        return get(id);
    }

    /** @throws CrewyardException when there is none in this organization */
    @Transactional
    public void delete(CurrentUser user, JobId id) {
        Job job = editor.lock(id);
        editor.delete(id);
        journal.append(user.actor(), Happening.of("job.deleted").on(id).with("title", job.title()));
    }

    private static JobDraft withStatus(JobDraft draft, JobStatus status) {
        return new JobDraft(
                draft.title(),
                draft.department(),
                draft.locations(),
                draft.employmentType(),
                draft.remoteOption(),
                draft.salary(),
                draft.description(),
                draft.requiredSkills(),
                draft.niceToHaveSkills(),
                status);
    }

    private static void check(JobDraft draft) {
        Violations violations = new Violations();
        draft.check(violations);
        violations.throwIfAny();
    }
}
