package com.crewyard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "cancel",
        description = "Ends a run: commands are ended, rollouts go back, what has not begun does not begin.")
final class PipelineCancelCommand implements Callable<Integer> {

    @Mixin
    private PipelineOptions options = new PipelineOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run's number, as run prints it.")
    private long run;

    @Override
    public Integer call() {
        options.working(operations -> {
            operations.cancel(run, EngineOptions.actor());
            return new PipelineProgress(options).follow(operations, run);
        });
        return 0;
    }
}
