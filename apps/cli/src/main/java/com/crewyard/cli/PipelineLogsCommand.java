package com.crewyard.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows what a stage's command said.")
final class PipelineLogsCommand implements Callable<Integer> {

    @Mixin
    private PipelineOptions options = new PipelineOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run's number, as run prints it.")
    private long run;

    @Parameters(index = "1", paramLabel = "STAGE", description = "One of its stages.")
    private String stage = "";

    @Override
    public Integer call() {
        String log = options.lookingOn(operations -> PipelineProgress.log(operations, run, stage));
        options.print(log, Map.of("run", run, "stage", stage, "log", log));
        return 0;
    }
}
