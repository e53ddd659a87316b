package com.crewyard.cli;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "destroy",
        customSynopsis = "./crewyard destroy ENV [OPTIONS]",
        description = {"Ends everything of an environment: instances, router, logs. Its history stays.", ""},
        footer = {"", DeployExit.CODES})
final class DestroyCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Option(names = "--yes", description = "Without a question, which is the default.")
    private boolean yes;

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        boolean was = options.lookingOn(engine -> engine.deployments().destroy(ref, EngineOptions.actor()));
        options.print(
                was ? "%s is gone.\n".formatted(ref) : "There was nothing of %s.\n".formatted(ref),
                Map.of("environment", ref.toString(), "destroyed", was));
        return 0;
    }
}
