package com.crewyard.cli;

import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "abort",
        customSynopsis = "./crewyard abort ENV [OPTIONS]",
        description = {"Has a rollout that is on its way go back to the former release.", ""},
        footer = {"", DeployExit.CODES})
final class AbortCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        options.lookingOn(operations -> {
            operations.request(ref, Rollout.Request.ABORT, EngineOptions.actor());
            return true;
        });
        options.print(
                "The rollout of %s goes back.\n".formatted(ref), Map.of("environment", ref.toString(), "abort", true));
        return 0;
    }
}
