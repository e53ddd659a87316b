package com.crewyard.cli;

import com.crewyard.deployment.engine.Destroyed;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "destroy",
        customSynopsis = "./crewyard destroy ENV [OPTIONS]",
        description = {
            "Ends everything of an environment: instances, router, logs.",
            "",
            "Its history stays, and so do databases of its own, which the next deployment finds; --data deletes those too.",
            ""
        },
        footer = {"", DeployExit.CODES})
final class DestroyCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Option(names = "--yes", description = "Without a question, which is the default.")
    private boolean yes;

    @Option(names = "--data", description = "Delete databases of the environment's own, for good.")
    private boolean data;

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        Destroyed end = options.lookingOn(operations -> operations.destroy(ref, EngineOptions.actor(), data));
        String kept = end.data()
                .map("Its database stays in %s; --data deletes it.\n"::formatted)
                .orElse("");
        options.print(
                (end.was() ? "%s is gone.\n".formatted(ref) : "There was nothing of %s.\n".formatted(ref)) + kept,
                new Answer(ref.toString(), end.was(), end.data()));
        return 0;
    }

    /** @param data where its own databases still are */
    private record Answer(String environment, boolean destroyed, Optional<String> data) {}
}
