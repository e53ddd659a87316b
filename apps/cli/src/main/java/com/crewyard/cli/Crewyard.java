package com.crewyard.cli;

import com.crewyard.deployment.catalog.RefusedException;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the commands; {@code ./crewyard} starts it. */
@Command(
        name = "crewyard",
        customSynopsis = "./crewyard COMMAND [OPTIONS]",
        description = "Runs, develops and tests Crewyard. It brings what it needs: a JDK, Maven and PostgreSQL.",
        subcommands = {
            RunCommand.class,
            DevCommand.class,
            ConsoleCommand.class,
            MigrateCommand.class,
            PlanCommand.class,
            DeployCommand.class,
            StatusCommand.class,
            ReleasesCommand.class,
            LogsCommand.class,
            ExecCommand.class,
            RollbackCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            AbortCommand.class,
            PromoteCommand.class,
            ApprovalsCommand.class,
            ApproveCommand.class,
            DriftCommand.class,
            DestroyCommand.class,
            PreviewCommand.class,
            CronCommand.class,
            SecretCommand.class,
            PipelineCommand.class,
            TokenCommand.class,
            OrganizationCommand.class,
            AdviseCommand.class,
            BlueprintCommand.class,
            GenerateCommand.class,
            ImportCommand.class,
            SchemaCommand.class,
            TestCommand.class,
            EvaluateCommand.class,
            TaxonomyCommand.class,
            FormatCommand.class,
            DocsCommand.class,
            HelpCommand.class,
            VersionCommand.class,
            TrainCommand.class
        },
        footer = {"", "./crewyard help COMMAND tells more."})
public final class Crewyard implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Crewyard() {}

    static void main(String[] arguments) {
        int code = commandLine().execute(routed(arguments));
        if (code != CommandLine.ExitCode.OK) {
            System.exit(code);
        }
    }

    /** {@code run} starts the platform; with {@code ENV -- COMMAND} behind it, it runs a command in an environment. */
    static String[] routed(String... arguments) {
        String[] routed = arguments.clone();
        if (routed.length > 1
                && routed[0].equals("run")
                && Arrays.asList(routed).contains("--")) {
            routed[0] = "exec";
        }
        return routed;
    }

    static CommandLine commandLine() {
        return new CommandLine(new Crewyard())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // @acme is an organization, even where a file acme lies about
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(Crewyard::refuse)
                .setExecutionExceptionHandler(
                        (exception, command, parsed) -> exception instanceof RefusedException refusal
                                ? DeployExit.refused(refusal, command.getErr())
                                : StartFailure.of(exception).report(command.getErr()));
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static int refuse(ParameterException e, String[] arguments) {
        PrintWriter errors = e.getCommandLine().getErr();
        String command = e.getCommandLine().getCommandName();
        errors.println("%s; see ./crewyard help%s."
                .formatted(
                        String.valueOf(e.getMessage()).replaceFirst("\\.$", ""),
                        command.equals("crewyard") ? "" : " " + command));
        return CommandLine.ExitCode.USAGE;
    }
}
