package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Note;
import com.crewyard.recruiting.candidates.Notes;
import com.crewyard.recruiting.candidates.Tags;
import com.crewyard.recruiting.candidates.Tasks;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.identity.SignedIn;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import com.crewyard.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The feed with its notes, tags, and tasks. */
@Controller("candidateCollaborationPages")
@ProcessRole.Only(ProcessRole.WEB)
class CollaborationController {

    private static final String CANDIDATE = "/candidates/{candidate:\\d+}";
    private static final int MOST = 200;

    private final Feed feed;
    private final Candidates candidates;
    private final Notes notes;
    private final Tags tags;
    private final Tasks tasks;
    private final Organizations organizations;
    private final Clock clock;
    private final Pages pages;

    CollaborationController(
            Feed feed,
            Candidates candidates,
            Notes notes,
            Tags tags,
            Tasks tasks,
            Organizations organizations,
            Clock clock,
            Pages pages) {
        this.feed = feed;
        this.candidates = candidates;
        this.notes = notes;
        this.tags = tags;
        this.tasks = tasks;
        this.organizations = organizations;
        this.clock = clock;
        this.pages = pages;
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping(CANDIDATE + "/activity")
    View activity(
            @PathVariable("candidate") CandidateId id,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            HttpServletRequest request,
            CurrentUser user) {
        Words words = pages.page(request).words();
        return View.of("candidates/activity", feed.of(id, before, user, words, "", ""));
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping(CANDIDATE + "/notes")
    Reply note(
            @PathVariable("candidate") CandidateId id,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request,
            CurrentUser user) {
        try {
            notes.add(user, id, Optional.empty(), body);
            return Tabs.to(id, "activity");
        } catch (CrewyardException e) {
            String reason = Tabs.reasons(e, "body").getFirst().message();
            Words words = pages.page(request).words();
            return View.of("candidates/activity", feed.of(id, Long.MAX_VALUE, user, words, body, reason))
                    .refused();
        }
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping(CANDIDATE + "/notes/{note}/deletion")
    Reply deleteNote(@PathVariable("candidate") CandidateId id, @PathVariable long note, CurrentUser user) {
        notes.delete(user, id, note);
        return Tabs.to(id, "activity");
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping(CANDIDATE + "/tags")
    Reply tag(
            @PathVariable("candidate") CandidateId id,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String tab,
            CurrentUser user) {
        return Tabs.trying(id, tab, () -> tags.add(user.actor(), id, label));
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping(CANDIDATE + "/tags/removal")
    Reply untag(
            @PathVariable("candidate") CandidateId id,
            @RequestParam String label,
            @RequestParam(defaultValue = "") String tab,
            CurrentUser user) {
        return Tabs.trying(id, tab, () -> tags.remove(user.actor(), id, label));
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping(CANDIDATE + "/tasks")
    Reply task(
            @PathVariable("candidate") CandidateId id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "due_on", defaultValue = "") String dueOn,
            @RequestParam(name = "mine", defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "") String tab,
            CurrentUser user) {
        Optional<UserId> assignee = mine ? Optional.of(user.id()) : Optional.empty();
        return Tabs.trying(
                id, tab, () -> tasks.add(user, id, new Tasks.NewTask(title, date(dueOn), assignee, Optional.empty())));
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping(CANDIDATE + "/tasks/{task}/completion")
    Reply complete(
            @PathVariable("candidate") CandidateId id,
            @PathVariable long task,
            @RequestParam(defaultValue = "") String tab,
            CurrentUser user) {
        tasks.complete(user, id, task);
        return tab.equals("tasks") ? Redirect.to("/tasks") : Tabs.to(id, tab);
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping(CANDIDATE + "/tasks/{task}/reopening")
    Reply reopen(
            @PathVariable("candidate") CandidateId id,
            @PathVariable long task,
            @RequestParam(defaultValue = "") String tab,
            CurrentUser user) {
        tasks.reopen(user, id, task);
        return Tabs.to(id, tab);
    }

    @SignedIn
    @GetMapping("/tasks")
    View mine(CurrentUser user) {
        List<Note> mentions = notes.mentioning(user.id(), Long.MAX_VALUE, 20);
        Map<Long, Candidate> of = candidates
                .all(mentions.stream().map(Note::candidate).toList())
                .stream()
                .collect(Collectors.toMap(candidate -> candidate.id().value(), candidate -> candidate));
        LocalDate today = LocalDate.now(clock.withZone(organizations.current().timeZone()));
        return View.of("candidates/tasks", new TasksView(tasks.assignedTo(user.id(), MOST), mentions, of, today));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException _) {
            throw CrewyardException.invalid("due_on", "\"%s\" is not a date like 2026-01-31.".formatted(text));
        }
    }
}
