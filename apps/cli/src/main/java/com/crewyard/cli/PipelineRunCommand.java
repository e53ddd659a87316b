package com.crewyard.cli;

import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.RunOrder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "run", description = "Begins a run of a pipeline and follows it to its end.")
final class PipelineRunCommand implements Callable<Integer> {

    @Mixin
    private PipelineOptions options = new PipelineOptions();

    @Mixin
    private PipelineOptions.Source source = new PipelineOptions.Source();

    @Parameters(index = "0", paramLabel = "NAME", description = "A pipeline of the file, or one that is known.")
    private String pipeline = "";

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "A parameter of the pipeline's.")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--detach",
            description = "Return when it has begun; a console or the next command goes on with it.")
    private boolean detach;

    @Override
    public Integer call() {
        Optional<PipelineFile> file = source.read();
        RunOrder order = new RunOrder(pipeline, parameters, file, EngineOptions.actor(), RunOrder.By.MANUAL);
        if (detach) {
            long run = options.lookingOn(operations -> operations.run(order));
            options.print("Run %d of %s began.\n".formatted(run, pipeline), Map.of("run", run));
            return 0;
        }
        return options.working(operations -> {
            long run = operations.run(order);
            options.say("%s, run %d".formatted(pipeline, run));
            return new PipelineProgress(options).follow(operations, run);
        });
    }
}
