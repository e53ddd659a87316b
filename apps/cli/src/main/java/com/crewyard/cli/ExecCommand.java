package com.crewyard.cli;

import com.crewyard.deployment.engine.RunRequest;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exec",
        customSynopsis = "./crewyard run ENV [OPTIONS] -- COMMAND [ARGUMENT...]",
        description = {
            "Runs a command in an environment once: with the program, the variables and the secrets of the live release.",
            "",
            "Its output is ours, and so is its exit code. It gets no input; interrupted here, it goes on there.",
            ""
        },
        footer = {"", "Exit codes: the command's own; 124 when it took longer than --timeout, 4 when nothing is live."})
final class ExecCommand implements Callable<Integer> {

    /** As timeout(1) has it. */
    private static final int OVERDUE = 124;

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND", description = "What to run, after --.")
    private List<String> command = List.of();

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "Whose program and variables it gets; by default those of the service that people reach.")
    private @Nullable String service;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "When it is ended. Default: 3600.")
    private int timeout;

    @Override
    public Integer call() {
        if (timeout < 1) {
            throw new StartRefusedException("--timeout is %d; it is at least 1 second.".formatted(timeout));
        }
        EnvironmentRef ref = options.environment(environment);
        RunRequest request = new RunRequest(
                Optional.ofNullable(service), command, Duration.ofSeconds(timeout), EngineOptions.actor());
        return options.here(deployments -> {
            try {
                return code(deployments.run(ref, request, ExecCommand::show));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new StartRefusedException("Interrupted; the command goes on in the environment.");
            }
        });
    }

    private static void show(byte[] bytes) {
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private static int code(JobStatus status) {
        return switch (status) {
            case JobStatus.Failed failed
            when failed.code() == JobStatus.Failed.WITHOUT_CODE -> {
                System.err.println("The command did not come to an end: %s.".formatted(failed.ending()));
                yield OVERDUE;
            }
            case JobStatus.Failed failed -> failed.code();
            case JobStatus.Succeeded _, JobStatus.Running _ -> 0;
        };
    }
}
