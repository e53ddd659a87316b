package com.crewyard.recruiting.jobs.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.activity.KeptAnswers;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.platform.web.PageWindow;
import com.crewyard.recruiting.platform.web.PatchBody;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/jobs")
@ProcessRole.Only(ProcessRole.API)
class JobsController {

    private final Jobs jobs;
    private final KeptAnswers answers;

    JobsController(Jobs jobs, KeptAnswers answers) {
        this.jobs = jobs;
        this.answers = answers;
    }

    record JobPageBody(List<JobBody> items, long total) {}

    private record PageKey(PageWindow window, Optional<JobStatus> status, Optional<String> titlePart) {}

    @Requires(Permission.JOBS_READ)
    @GetMapping
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobPageBody.class)))
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = PageWindow.DEFAULT_LIMIT) int limit,
            @RequestParam(name = "status_filter", required = false) @Nullable String statusFilter,
            @RequestParam(required = false) @Nullable String q) {
        PageWindow window = new PageWindow(skip, limit);
        Optional<JobStatus> status = Optional.ofNullable(statusFilter)
                .filter(code -> !code.isBlank())
                .map(JobsController::status);
        Optional<String> titlePart = Optional.ofNullable(q).filter(text -> !text.isBlank());
        return answers.answer(new PageKey(window, status, titlePart), () -> {
            Jobs.Page page = jobs.page(status, titlePart, window.skip(), window.limit());
            return new JobPageBody(page.items().stream().map(JobBody::of).toList(), page.total());
        });
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    JobBody create(
            @Parameter(schema = @Schema(implementation = JobBody.class)) @RequestBody ObjectNode body,
            CurrentUser user) {
        Violations violations = new Violations();
        PatchBody sent = new PatchBody(body, violations);
        JobDraft draft = JobBody.over(JobDraft.titled(""), sent, violations);
        boolean published = sent.flag("is_public", false);
        violations.throwIfAny();
        return JobBody.of(jobs.create(user, draft, published));
    }

    @Requires(Permission.JOBS_READ)
    @GetMapping("/{id}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobBody.class)))
    ResponseEntity<byte[]> get(@PathVariable JobId id) {
        return answers.answer(id, () -> JobBody.of(jobs.get(id)));
    }

    @Requires(Permission.JOBS_WRITE)
    @PatchMapping("/{id}")
    @Transactional
    public JobBody change(
            @PathVariable JobId id,
            @Parameter(schema = @Schema(implementation = JobBody.class)) @RequestBody ObjectNode body,
            CurrentUser user) {
        Violations violations = new Violations();
        PatchBody sent = new PatchBody(body, violations);
        Job job = jobs.edit(user, id, OptionalInt.empty(), draft -> {
            JobDraft changed = JobBody.over(draft, sent, violations);
            violations.throwIfAny();
            return changed;
        });
        boolean isPublic = job.post().state() == PostState.PUBLISHED;
        boolean toBePublic = sent.flag("is_public", isPublic);
        violations.throwIfAny();
        return JobBody.of(
                toBePublic == isPublic
                        ? job
                        : jobs.changePost(user, id, toBePublic ? PostState.PUBLISHED : PostState.DRAFT));
    }

    @Requires(Permission.JOBS_DELETE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable JobId id, CurrentUser user) {
        jobs.delete(user, id);
    }

    private static JobStatus status(String code) {
        return JobStatus.ofCode(code)
                .orElseThrow(() -> CrewyardException.invalid(
                        "status_filter", "\"%s\" is not one of %s.".formatted(code, JobStatus.codes())));
    }
}
