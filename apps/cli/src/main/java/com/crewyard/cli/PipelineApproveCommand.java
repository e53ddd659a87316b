package com.crewyard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "approve", description = "Answers a stage that waits for approval, and follows the run.")
final class PipelineApproveCommand implements Callable<Integer> {

    @Mixin
    private PipelineOptions options = new PipelineOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run's number, as run prints it.")
    private long run;

    @Parameters(index = "1", paramLabel = "STAGE", description = "One of its stages.")
    private String stage = "";

    @Option(names = "--reject", description = "Say no: the stage fails.")
    private boolean reject;

    @Override
    public Integer call() {
        return options.working(operations -> {
            operations.decide(run, stage, !reject, EngineOptions.actor());
            return new PipelineProgress(options).follow(operations, run);
        });
    }
}
