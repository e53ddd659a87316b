package com.crewyard.recruiting.candidates.api;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.candidates.CandidateTask;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Note;
import com.crewyard.recruiting.candidates.Notes;
import com.crewyard.recruiting.candidates.Tags;
import com.crewyard.recruiting.candidates.Tasks;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.identity.SignedIn;
import com.crewyard.recruiting.platform.ProcessRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes, tags and tasks of a candidate. */
@RestController
@RequestMapping("/api/v1")
@ProcessRole.Only(ProcessRole.API)
class CollaborationController {

    private static final int MOST_TASKS = 200;

    private final Candidates candidates;
    private final Notes notes;
    private final Tags tags;
    private final Tasks tasks;

    CollaborationController(Candidates candidates, Notes notes, Tags tags, Tasks tasks) {
        this.candidates = candidates;
        this.notes = notes;
        this.tags = tags;
        this.tasks = tasks;
    }

    record NoteBody(
            long id,
            long candidateId,
            @Nullable Long applicationId,
            @Nullable Long authorId,
            String authorName,
            String body,
            List<Long> mentions,
            Instant createdAt) {
        static NoteBody of(Note note) {
            return new NoteBody(
                    note.id(),
                    note.candidate().value(),
                    note.application().map(ApplicationId::value).orElse(null),
                    note.author().map(UserId::value).orElse(null),
                    note.authorName(),
                    note.body(),
                    note.mentions().stream().map(UserId::value).toList(),
                    note.createdAt());
        }
    }

    record NoteRequest(@Nullable String body) {}

    record TaskBody(
            long id,
            long candidateId,
            String candidateName,
            String title,
            @Nullable LocalDate dueOn,
            @Nullable Long assigneeId,
            @Nullable Instant doneAt,
            Instant createdAt) {
        static TaskBody of(CandidateTask task) {
            return new TaskBody(
                    task.id(),
                    task.candidate().value(),
                    task.candidateName(),
                    task.title(),
                    task.dueOn().orElse(null),
                    task.assignee().map(UserId::value).orElse(null),
                    task.doneAt().orElse(null),
                    task.createdAt());
        }
    }

    record TaskRequest(
            @Nullable String title,
            @Nullable LocalDate dueOn,
            @Nullable Long assigneeId) {}

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/candidates/{id}/notes")
    List<NoteBody> notes(@PathVariable long id) {
        return notes.of(existing(id)).stream().map(NoteBody::of).toList();
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping("/candidates/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    NoteBody note(@PathVariable long id, @RequestBody NoteRequest request, CurrentUser user) {
        return NoteBody.of(notes.add(
                user, Requested.candidate(id), Optional.empty(), Objects.requireNonNullElse(request.body(), "")));
    }

    @Requires(Permission.COLLABORATE)
    @DeleteMapping("/candidates/{id}/notes/{note}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteNote(@PathVariable long id, @PathVariable long note, CurrentUser user) {
        notes.delete(user, Requested.candidate(id), note);
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/candidates/{id}/tags")
    List<String> tags(@PathVariable long id) {
        return tags.of(existing(id));
    }

    @Requires(Permission.COLLABORATE)
    @PutMapping("/candidates/{id}/tags/{label}")
    List<String> tag(@PathVariable long id, @PathVariable String label, CurrentUser user) {
        tags.add(user.actor(), Requested.candidate(id), label);
        return tags.of(Requested.candidate(id));
    }

    @Requires(Permission.COLLABORATE)
    @DeleteMapping("/candidates/{id}/tags/{label}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void untag(@PathVariable long id, @PathVariable String label, CurrentUser user) {
        tags.remove(user.actor(), Requested.candidate(id), label);
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/candidates/{id}/tasks")
    List<TaskBody> tasks(@PathVariable long id) {
        return tasks.of(existing(id)).stream().map(TaskBody::of).toList();
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping("/candidates/{id}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    TaskBody task(@PathVariable long id, @RequestBody TaskRequest request, CurrentUser user) {
        return TaskBody.of(tasks.add(
                user,
                Requested.candidate(id),
                new Tasks.NewTask(
                        Objects.requireNonNullElse(request.title(), ""),
                        Optional.ofNullable(request.dueOn()),
                        Optional.ofNullable(request.assigneeId()).map(Requested::user),
                        Optional.empty())));
    }

    @Requires(Permission.COLLABORATE)
    @PutMapping("/candidates/{id}/tasks/{task}/completion")
    TaskBody complete(@PathVariable long id, @PathVariable long task, CurrentUser user) {
        return TaskBody.of(tasks.complete(user, Requested.candidate(id), task));
    }

    @Requires(Permission.COLLABORATE)
    @DeleteMapping("/candidates/{id}/tasks/{task}/completion")
    TaskBody reopen(@PathVariable long id, @PathVariable long task, CurrentUser user) {
        return TaskBody.of(tasks.reopen(user, Requested.candidate(id), task));
    }

    /** What the caller has yet to do, by due date. */
    @SignedIn
    @GetMapping("/users/me/tasks")
    List<TaskBody> mine(CurrentUser user) {
        return tasks.assignedTo(user.id(), MOST_TASKS).stream()
                .map(TaskBody::of)
                .toList();
    }

    private CandidateId existing(long id) {
        return candidates.required(Requested.candidate(id)).id();
    }
}
