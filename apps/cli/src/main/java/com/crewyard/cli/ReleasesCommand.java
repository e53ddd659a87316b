package com.crewyard.cli;

import com.crewyard.deployment.engine.ReleaseLine;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "releases",
        customSynopsis = "./crewyard releases ENV [OPTIONS]",
        description = {"Lists the releases of an environment, the latest first.", ""},
        footer = {"", DeployExit.CODES})
final class ReleasesCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Option(names = "--count", paramLabel = "N", defaultValue = "20", description = "How many. Default: 20.")
    private int count;

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        List<ReleaseLine> lines = options.lookingOn(operations -> operations.releases(ref, count));
        options.print(lines.stream().map(ReleasesCommand::text).collect(Collectors.joining()), lines);
        return 0;
    }

    private static String text(ReleaseLine line) {
        return "%4d  %-12s %s  %s%s%s%n"
                .formatted(
                        line.number(),
                        line.state(),
                        line.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        line.actor(),
                        line.reason().isBlank() ? "" : ": " + line.reason(),
                        line.problem().map(problem -> "  (" + problem + ")").orElse(""));
    }
}
