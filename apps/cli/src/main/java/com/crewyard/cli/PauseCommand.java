package com.crewyard.cli;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "pause",
        customSynopsis = "./crewyard pause ENV [OPTIONS]",
        description = {"Stops a rollout where it is, with the traffic as it is, until resume, promote or abort.", ""},
        footer = {"", DeployExit.CODES})
final class PauseCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        options.lookingOn(operations -> {
            operations.pause(ref, EngineOptions.actor());
            return true;
        });
        options.print(
                "The rollout of %s is paused.\n".formatted(ref), Map.of("environment", ref.toString(), "pause", true));
        return 0;
    }
}
