package com.crewyard.recruiting.pipeline.api;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.recruiting.platform.web.PageWindow;
import com.crewyard.recruiting.platform.web.PatchBody;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
@RequestMapping("/api/v1/applications")
@ProcessRole.Only(ProcessRole.API)
class ApplicationsController {

    private static final String DEFAULT_STATUS = "sourced";
    private static final String DEFAULT_SOURCE = "manual";

    private final Applications applications;

    ApplicationsController(Applications applications) {
        this.applications = applications;
    }

    /** An application on the wire. */
    record ApplicationBody(
            long id,
            long orgId,
            long jobId,
            long candidateId,
            String status,
            String source,
            @Nullable Integer fitScore,
            @Nullable Integer matchScore,
            String reference,
            Instant appliedAt,
            Instant stageEnteredAt,
            int version) {
        static ApplicationBody of(Application application) {
            return new ApplicationBody(
                    application.id().value(),
                    application.organization().value(),
                    application.job().value(),
                    application.candidate().value(),
                    application.status(),
                    application.source(),
                    application.score().orElse(null),
                    application.matchScore().orElse(null),
                    application.reference(),
                    application.appliedAt(),
                    application.stageEnteredAt(),
                    application.version());
        }
    }

    record ApplicationPageBody(List<ApplicationBody> items, long total) {}

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping
    ApplicationPageBody list(
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = PageWindow.DEFAULT_LIMIT) int limit,
            @RequestParam(name = "job_id", required = false) @Nullable JobId job,
            @RequestParam(name = "candidate_id", required = false) @Nullable CandidateId candidate) {
        PageWindow window = new PageWindow(skip, limit);
        Applications.Page page = applications.page(
                Optional.ofNullable(job), Optional.ofNullable(candidate), window.skip(), window.limit());
        return new ApplicationPageBody(
                page.items().stream().map(ApplicationBody::of).toList(), page.total());
    }

    @Requires(Permission.APPLICATIONS_WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApplicationBody create(
            @Parameter(schema = @Schema(implementation = ApplicationBody.class)) @RequestBody ObjectNode body,
            CurrentUser user) {
        Violations violations = new Violations();
        PatchBody sent = new PatchBody(body, violations);
        Optional<JobId> job = id(sent, violations, "job_id", JobId::new);
        Optional<CandidateId> candidate = id(sent, violations, "candidate_id", CandidateId::new);
        String status = sent.optionalText("status", Optional.empty()).orElse(DEFAULT_STATUS);
        String source = sent.optionalText("source", Optional.empty()).orElse(DEFAULT_SOURCE);
        Optional<Integer> score = score(sent);
        violations.throwIfAny();
        return ApplicationBody.of(
                applications.add(user, job.orElseThrow(), candidate.orElseThrow(), status, source, score));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/{id}")
    ApplicationBody get(@PathVariable ApplicationId id) {
        return ApplicationBody.of(applications.get(id));
    }

    @Requires(Permission.APPLICATIONS_MOVE)
    @PatchMapping("/{id}")
    ApplicationBody change(
            @PathVariable ApplicationId id,
            @Parameter(schema = @Schema(implementation = ApplicationBody.class)) @RequestBody ObjectNode body,
            CurrentUser user) {
        Violations violations = new Violations();
        PatchBody sent = new PatchBody(body, violations);
        Optional<String> status = sent.optionalText("status", Optional.empty());
        Optional<String> source = sent.optionalText("source", Optional.empty());
        Optional<Optional<Integer>> score = sent.has("fit_score") ? Optional.of(score(sent)) : Optional.empty();
        violations.throwIfAny();
        return ApplicationBody.of(applications.change(user, id, status, source, score));
    }

    @Requires(Permission.APPLICATIONS_WRITE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable ApplicationId id, CurrentUser user) {
        applications.delete(user, id);
    }

    private static Optional<Integer> score(PatchBody sent) {
        return sent.optionalInteger("fit_score", Optional.empty())
                .map(value -> (int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static <T> Optional<T> id(PatchBody sent, Violations violations, String name, LongFunction<T> constructor) {
        Optional<Long> value = sent.optionalInteger(name, Optional.empty()).filter(id -> id > 0 && id < 1L << 53);
        if (value.isEmpty()) {
            violations.add(name, "%s is missing or not an identifier.".formatted(name));
        }
        return value.map(constructor::apply);
    }
}
