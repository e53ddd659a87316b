package com.crewyard.recruiting.jobs.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.Taxonomies;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Markdown;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a job, publishing it, and deciding whether it is open. */
@Controller
@RequestMapping("/jobs")
@ProcessRole.Only(ProcessRole.WEB)
class JobEditorController {

    private static final int MOST_SUGGESTIONS = 8;
    private static final int MOST_DEPARTMENTS_FROM = 200;

    private final Jobs jobs;
    private final Hiring hiring;
    private final Taxonomies taxonomies;
    private final TransactionOperations transactions;
    private final Pages pages;

    JobEditorController(
            Jobs jobs, Hiring hiring, Taxonomies taxonomies, TransactionOperations transactions, Pages pages) {
        this.jobs = jobs;
        this.hiring = hiring;
        this.taxonomies = taxonomies;
        this.transactions = transactions;
        this.pages = pages;
    }

    @GetMapping("/new")
    @Requires(Permission.JOBS_WRITE)
    Reply blank() {
        return form(Optional.empty(), JobForm.blank());
    }

    @PostMapping
    @Requires(Permission.JOBS_WRITE)
    Reply create(CurrentUser user, HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        return saved(Optional.empty(), form, request, () -> {
            Written written = Written.of(form, JobStatus.OPEN);
            Job job = jobs.create(user, written.draft(), form.has("published", "true"));
            return finish(user, job, written);
        });
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.JOBS_WRITE)
    Reply edit(@PathVariable JobId id) {
        Job job = jobs.get(id);
        return form(Optional.of(job), JobForm.of(job, hiring.openings(id).total()));
    }

    @PostMapping("/{id}/edit")
    @Requires(Permission.JOBS_WRITE)
    Reply change(CurrentUser user, @PathVariable JobId id, @RequestParam int version, HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        Job before = jobs.get(id);
        return saved(Optional.of(before), form, request, () -> {
            Written written = Written.of(form, before.status());
            Job job = jobs.edit(user, id, OptionalInt.of(version), _ -> written.draft());
            return finish(user, job, written);
        });
    }

    @PostMapping("/{id}/status")
    @Requires(Permission.JOBS_WRITE)
    Reply changeStatus(
            CurrentUser user, @PathVariable JobId id, @RequestParam String status, HttpServletRequest request) {
        JobStatus wanted = JobStatus.ofCode(status)
                .orElseThrow(() -> CrewyardException.invalid("status", "\"%s\" is not a status.".formatted(status)));
        Form form = JobForm.of(jobs.get(id), hiring.openings(id).total());
        jobs.edit(user, id, OptionalInt.empty(), _ -> JobForm.draft(form, wanted, new Violations()));
        return overview(id, request, "job.status." + wanted.code());
    }

    @PostMapping("/{id}/closing")
    @Requires(Permission.JOBS_WRITE)
    Reply close(CurrentUser user, @PathVariable JobId id, HttpServletRequest request) {
        jobs.close(user, id);
        return overview(id, request, "job.status.closed");
    }

    @PostMapping("/{id}/post")
    @Requires(Permission.JOBS_WRITE)
    Reply changePost(CurrentUser user, @PathVariable JobId id, @RequestParam String state, HttpServletRequest request) {
        PostState wanted = PostState.ofCode(state);
        jobs.changePost(user, id, wanted);
        return overview(id, request, "job.post." + wanted.code());
    }

    @PostMapping("/{id}/deletion")
    @Requires(Permission.JOBS_DELETE)
    Reply delete(CurrentUser user, @PathVariable JobId id, HttpServletRequest request) {
        String title = jobs.get(id).title();
        jobs.delete(user, id);
        return Redirect.to("/jobs").saying(Flash.success(text(request, "job.deleted", title)));
    }

    @PostMapping("/preview")
    @Requires(Permission.JOBS_WRITE)
    Reply preview(@RequestParam(defaultValue = "") String description) {
        return View.of("jobs/preview", Markdown.html(description));
    }

    @GetMapping("/skills")
    @Requires(Permission.JOBS_READ)
    ResponseEntity<List<String>> skills(@RequestParam(defaultValue = "") String q) {
        return ResponseEntity.ok(taxonomies.current().suggest(q.strip(), MOST_SUGGESTIONS).stream()
                .map(Skill::label)
                .toList());
    }

    /** What a form says, read as a whole so that every refusal is heard at once. */
    private record Written(JobDraft draft, int openings, Optional<LocalDate> lastDay) {

        static Written of(Form form, JobStatus status) {
            Violations violations = new Violations();
            Written written = new Written(
                    JobForm.draft(form, status, violations),
                    JobForm.openings(form, violations),
                    JobForm.lastDay(form, violations));
            violations.throwIfAny();
            return written;
        }
    }

    private interface Saving {
        Job run();
    }

    private Reply saved(Optional<Job> before, Form form, HttpServletRequest request, Saving saving) {
        try {
            Job job = transactions.execute(_ -> saving.run());
            return overview(job.id(), request, before.isPresent() ? "job.saved" : "job.created");
        } catch (CrewyardException e) {
            if (e.problem() == Problem.INVALID) {
                return form(before, form.refused(e.errors())).refused();
            }
            if (e.problem() == Problem.STALE) {
                return form(before, form.refused(List.of(new FieldError("title", e.sentence()))))
                        .status(Problem.STALE.status());
            }
            throw e;
        }
    }

    private Job finish(CurrentUser user, Job job, Written written) {
        hiring.changeOpenings(user, job.id(), written.openings());
        return job.post().validThrough().equals(written.lastDay())
                ? job
                : jobs.changeValidThrough(user, job.id(), written.lastDay());
    }

    private View form(Optional<Job> job, Form form) {
        List<String> departments =
                jobs.page(Optional.empty(), Optional.empty(), 0, MOST_DEPARTMENTS_FROM).items().stream()
                        .flatMap(other -> other.draft().department().stream())
                        .distinct()
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList();
        return View.of("jobs/edit", JobFormView.of(job, form, departments));
    }

    private Redirect overview(JobId id, HttpServletRequest request, String saying) {
        return Redirect.to("/jobs/" + id).saying(Flash.success(text(request, saying)));
    }

    private String text(HttpServletRequest request, String key, Object... arguments) {
        return pages.page(request).text(key, arguments);
    }
}
