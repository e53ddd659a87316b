package com.crewyard.cli;

import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.PipelineLine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "apply", description = "Makes the pipelines of a file known, for schedules and pushes to start.")
final class PipelineApplyCommand implements Callable<Integer> {

    @Mixin
    private PipelineOptions options = new PipelineOptions();

    @Mixin
    private PipelineOptions.Source source = new PipelineOptions.Source();

    @Option(names = "--check", description = "Only say whether the file can be used.")
    private boolean check;

    @Override
    public Integer call() {
        PipelineFile file = source.required();
        if (check) {
            options.print(
                    "%s can be used: %s.\n"
                            .formatted(
                                    file.file(),
                                    String.join(", ", file.pipelines().keySet())),
                    Map.of("pipelines", file.pipelines().keySet()));
            return 0;
        }
        List<PipelineLine> known = options.lookingOn(operations -> operations.publish(file, EngineOptions.actor()));
        StringBuilder text = new StringBuilder();
        known.forEach(pipeline -> text.append("%s is known%s.\n"
                .formatted(
                        pipeline.name(),
                        pipeline.next()
                                .map(next -> "; its schedule starts it at " + next)
                                .orElse(""))));
        options.print(text.toString(), known);
        return 0;
    }
}
