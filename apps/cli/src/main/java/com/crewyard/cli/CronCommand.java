package com.crewyard.cli;

import com.crewyard.deployment.engine.CronView;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cron",
        customSynopsis = "./crewyard cron ENV [JOB] [OPTIONS]",
        description = {
            "Shows the commands of an environment that run at times of their own: when they are due, how they ended, and",
            "which times were missed. With JOB, also what its latest run said.",
            ""
        },
        footer = {"", DeployExit.CODES})
final class CronCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "JOB", description = "One of cron in the app spec.")
    private @Nullable String job;

    @Option(names = "--runs", paramLabel = "COUNT", defaultValue = "10", description = "How many. Default: 10.")
    private int runs;

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        CronView view = options.cron(cron -> cron.cron(ref, Optional.ofNullable(job), runs));
        options.print(
                view.jobs().isEmpty() ? "The live release of %s has no cron jobs.\n".formatted(ref) : text(view), view);
        return 0;
    }

    private String text(CronView view) {
        List<String> lines = new ArrayList<>();
        view.jobs()
                .forEach(line -> lines.add("%s: %s UTC, %s in %s%s"
                        .formatted(
                                line.name(),
                                line.schedule(),
                                String.join(" ", line.command()),
                                line.service(),
                                line.next().map(next -> ", next at " + next).orElse(""))));
        view.runs()
                .forEach(run -> lines.add("  %s  %s  %s  %s"
                        .formatted(run.dueAt(), run.job(), run.state(), run.note())
                        .stripTrailing()));
        if (job != null) {
            view.runs().stream()
                    .filter(run -> !run.output().isEmpty())
                    .findFirst()
                    .ifPresent(run -> lines.add("\n" + run.output().stripTrailing()));
        }
        return String.join("\n", lines) + "\n";
    }
}
