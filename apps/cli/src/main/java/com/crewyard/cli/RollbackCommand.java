package com.crewyard.cli;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        customSynopsis = "./crewyard rollback ENV [--to N] [OPTIONS]",
        description = {
            "Brings an earlier release back: at once while it is warm, else by starting it anew.",
            "",
            "It is refused when the schema was contracted since.",
            ""
        },
        footer = {"", DeployExit.CODES})
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Option(names = "--to", paramLabel = "N", description = "The release; by default the one that was live before.")
    private @Nullable Integer to;

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        return options.working(operations -> {
            long rollout = operations.rollback(ref, Optional.ofNullable(to), EngineOptions.actor());
            return new RolloutProgress(options, environment).follow(operations, rollout);
        });
    }
}
