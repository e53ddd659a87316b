package com.crewyard.recruiting.pipeline.web;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Openings;
import com.crewyard.recruiting.messaging.TemplateId;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.MoveResult;
import com.crewyard.recruiting.pipeline.Pipeline;
import com.crewyard.recruiting.platform.ProcessRole;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the board's script asks for: moves, rejections and their undoing, of one application or of many. */
@RestController
@RequestMapping("/board")
@ProcessRole.Only(ProcessRole.WEB)
class MovesController {

    private final Pipeline pipeline;

    MovesController(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * @param message why it was not done, for people
     * @param lastOpeningFilled whether closing the job is to be offered
     */
    record Outcome(
            List<Long> changed, int version, @Nullable String message, boolean lastOpeningFilled) {}

    @Requires(Permission.APPLICATIONS_MOVE)
    @PostMapping("/moves")
    ResponseEntity<Outcome> move(
            @RequestParam List<Long> application,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam StageId stage,
            CurrentUser user) {
        return application.size() == 1 && version != null
                ? answer(pipeline.move(user, new ApplicationId(application.getFirst()), stage, version))
                : answer(pipeline.moveAll(user, ids(application), stage));
    }

    @Requires(Permission.APPLICATIONS_MOVE)
    @PostMapping("/rejections")
    ResponseEntity<Outcome> reject(
            @RequestParam List<Long> application,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Long reason,
            @RequestParam(required = false) @Nullable Long letter,
            CurrentUser user) {
        if (reason == null) {
            throw CrewyardException.invalid("reason", "Choose why: it is what reports and colleagues go by.");
        }
        Optional<TemplateId> template = Optional.ofNullable(letter).map(TemplateId::new);
        return application.size() == 1 && version != null
                ? answer(pipeline.reject(
                        user, new ApplicationId(application.getFirst()), Optional.of(reason), template, version))
                : answer(pipeline.rejectAll(user, ids(application), Optional.of(reason), template));
    }

    @Requires(Permission.APPLICATIONS_MOVE)
    @PostMapping("/undos")
    ResponseEntity<Outcome> undo(@RequestParam ApplicationId application, @RequestParam int version, CurrentUser user) {
        return answer(pipeline.undo(user, application, version));
    }

    private static ResponseEntity<Outcome> answer(MoveResult result) {
        return switch (result) {
            case MoveResult.Moved(Application application, Optional<Openings> openings) ->
                ResponseEntity.ok(new Outcome(
                        List.of(application.id().value()),
                        application.version(),
                        null,
                        openings.map(Openings::allFilled).orElse(false)));
            case MoveResult.Stale(Application current, String sentence) -> conflict(current, sentence);
            case MoveResult.Refused(Application current, String sentence) -> conflict(current, sentence);
        };
    }

    private static ResponseEntity<Outcome> answer(Pipeline.BulkResult result) {
        List<Long> changed = result.changed().stream()
                .map(application -> application.id().value())
                .toList();
        @Nullable
        String message = result.refused().isEmpty()
                ? null
                : "%d were left as they are: they had been closed or changed meanwhile."
                        .formatted(result.refused().size());
        return ResponseEntity.ok(new Outcome(changed, 0, message, false));
    }

    private static ResponseEntity<Outcome> conflict(Application current, String sentence) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(new Outcome(List.of(), current.version(), sentence, false));
    }

    private static List<ApplicationId> ids(List<Long> values) {
        return values.stream().map(ApplicationId::new).toList();
    }
}
