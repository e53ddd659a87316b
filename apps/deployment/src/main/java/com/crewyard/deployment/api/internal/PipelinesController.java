package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.pipelines.LogPart;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.PipelineLine;
import com.crewyard.deployment.pipelines.PipelineOperations;
import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.RunLine;
import com.crewyard.deployment.pipelines.RunOrder;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pipelines and their runs over HTTP. */
@RestController
@RequestMapping(Wire.PATH)
class PipelinesController {

    private static final String RUN = "/pipeline-runs/{id}";

    private final PipelineOperations operations;

    PipelinesController(PipelineOperations operations) {
        this.operations = operations;
    }

    @Operation(summary = "The pipelines that were published.")
    @Requires(Permission.VIEW)
    @GetMapping("/pipelines")
    List<PipelineLine> pipelines() {
        return operations.pipelines();
    }

    @Operation(summary = "Publishes a file of pipelines.")
    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PutMapping("/pipelines")
    List<PipelineLine> publishPipelines(@RequestBody Wire.Pipelines wanted) {
        return operations.publish(file(wanted), ApiController.actor(wanted.actor()));
    }

    @Operation(summary = "Begins a run of a pipeline.")
    @Requires(Permission.DEPLOY)
    @PostMapping("/pipeline-runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Wire.BegunRun runPipeline(@RequestBody Wire.Run wanted) {
        if (wanted.pipeline() == null || wanted.pipeline().isBlank()) {
            throw RefusedException.input("pipeline is missing; give the name of one.");
        }
        return new Wire.BegunRun(operations.run(new RunOrder(
                wanted.pipeline(),
                wanted.parameters() == null ? Map.of() : wanted.parameters(),
                Optional.ofNullable(wanted.pipelines()).map(PipelinesController::file),
                ApiController.actor(wanted.actor()),
                "manual".equals(wanted.by()) ? RunOrder.By.MANUAL : RunOrder.By.API)));
    }

    @Operation(summary = "The latest runs.")
    @Requires(Permission.VIEW)
    @GetMapping("/pipeline-runs")
    List<RunLine> pipelineRuns(
            @RequestParam(required = false) @Nullable String pipeline, @RequestParam(defaultValue = "20") int count) {
        return operations.runs(Optional.ofNullable(pipeline), ApiController.counted(count));
    }

    @Operation(summary = "A run with its stages.")
    @Requires(Permission.VIEW)
    @GetMapping(RUN)
    RunDetails pipelineRun(@PathVariable long id) {
        return operations.run(id);
    }

    @Operation(summary = "Ends a run.")
    @Requires(Permission.DEPLOY)
    @PostMapping(RUN + "/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelRun(@PathVariable long id, @RequestBody Wire.By by) {
        operations.cancel(id, ApiController.actor(by.actor()));
    }

    @Operation(summary = "Answers a stage that waits for approval.")
    @Requires(Permission.APPROVE)
    @PostMapping(RUN + "/stages/{stage}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideStage(@PathVariable long id, @PathVariable String stage, @RequestBody Wire.Decision decision) {
        if (decision.approved() == null) {
            throw RefusedException.input("approved is missing; say true or false.");
        }
        operations.decide(id, stage, decision.approved(), ApiController.actor(decision.actor()));
    }

    @Operation(summary = "What a stage wrote, from a place in it on.")
    @Requires(Permission.VIEW)
    @GetMapping(RUN + "/stages/{stage}/log")
    LogPart stageLog(@PathVariable long id, @PathVariable String stage, @RequestParam(defaultValue = "0") long from) {
        return operations.log(id, stage, from);
    }

    /** Commands run in a folder of this machine, so one has to be named. */
    private static PipelineFile file(Wire.Pipelines wanted) {
        if (wanted.text() == null || wanted.text().isBlank()) {
            throw RefusedException.input("text is missing; give that of a file of pipelines.");
        }
        if (wanted.folder() == null
                || !Path.of(wanted.folder()).isAbsolute()
                || !Files.isDirectory(Path.of(wanted.folder()))) {
            throw RefusedException.input(
                    "folder is \"%s\", which is no folder on the server's machine; name the one that commands run in, in full, with --folder."
                            .formatted(wanted.folder() == null ? "" : wanted.folder()));
        }
        return PipelineFile.of(
                Path.of(wanted.file() == null || wanted.file().isBlank() ? "pipeline.yaml" : wanted.file()),
                Path.of(wanted.folder()).normalize(),
                wanted.text());
    }
}
