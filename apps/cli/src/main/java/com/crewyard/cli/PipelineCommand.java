package com.crewyard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "pipeline",
        customSynopsis = "./crewyard pipeline COMMAND [OPTIONS]",
        description = {
            "Runs pipelines: stages that build, test, ask somebody, deploy and verify.",
            "",
            "  run NAME [--param NAME=VALUE] [--file FILE] [--detach]",
            "  status [RUN], logs RUN STAGE, approve RUN STAGE [--reject], cancel RUN, list",
            "  apply [--file FILE] [--check]",
            "",
            "FILE is pipeline.yaml unless told; docs/pipelines.md has all that can stand in it.",
            "Each takes --state DIR, --server URL, --folder DIR and --json, as ./crewyard deploy does.",
            ""
        },
        synopsisHeading = "Usage: ",
        commandListHeading = "",
        footer = {
            "",
            "Exit codes: 0 passed, 2 bad input, 3 failed or cancelled, 4 not now or waits for approval,",
            "1 anything else."
        },
        subcommands = {
            PipelineRunCommand.class,
            PipelineListCommand.class,
            PipelineStatusCommand.class,
            PipelineLogsCommand.class,
            PipelineApproveCommand.class,
            PipelineCancelCommand.class,
            PipelineApplyCommand.class
        })
final class PipelineCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "pipeline needs what to do: run, list, status, logs, approve, cancel or apply");
    }
}
