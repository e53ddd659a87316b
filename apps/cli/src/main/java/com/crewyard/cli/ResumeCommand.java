package com.crewyard.cli;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        customSynopsis = "./crewyard resume ENV [OPTIONS]",
        description = {"Lets a paused rollout go on.", ""},
        footer = {"", DeployExit.CODES})
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        options.lookingOn(operations -> {
            operations.resume(ref, EngineOptions.actor());
            return true;
        });
        options.print(
                "The rollout of %s goes on.\n".formatted(ref), Map.of("environment", ref.toString(), "resume", true));
        return 0;
    }
}
