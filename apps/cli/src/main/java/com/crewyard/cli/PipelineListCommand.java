package com.crewyard.cli;

import com.crewyard.deployment.pipelines.PipelineLine;
import com.crewyard.deployment.pipelines.PipelineOperations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Shows the pipelines that are known, what starts them, and their last runs.")
final class PipelineListCommand implements Callable<Integer> {

    @Mixin
    private PipelineOptions options = new PipelineOptions();

    @Override
    public Integer call() {
        List<PipelineLine> pipelines = options.lookingOn(PipelineOperations::pipelines);
        StringBuilder text = new StringBuilder();
        pipelines.forEach(pipeline -> text.append(text(pipeline)));
        options.print(
                pipelines.isEmpty()
                        ? "No pipeline is known yet; ./crewyard pipeline run or apply makes those of a file known.\n"
                        : text.toString(),
                pipelines);
        return 0;
    }

    private static String text(PipelineLine pipeline) {
        return "%s%s\n  started by %s\n%s"
                .formatted(
                        pipeline.name(),
                        pipeline.description().isEmpty() ? "" : ": " + pipeline.description(),
                        pipeline.triggers().isEmpty() ? "other pipelines" : String.join("; ", pipeline.triggers()),
                        pipeline.last()
                                .map(run -> "  #%d (run %d) %s\n".formatted(run.number(), run.id(), run.state()))
                                .orElse("  never run\n"));
    }
}
