package com.crewyard.cli;

import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        customSynopsis = "./crewyard promote ENV [OPTIONS]",
        description = {"Gives a canary all the traffic at once, without the steps that are left.", ""},
        footer = {"", DeployExit.CODES})
final class PromoteCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        options.lookingOn(operations -> {
            operations.request(ref, Rollout.Request.PROMOTE, EngineOptions.actor());
            return true;
        });
        options.print(
                "The canary of %s is promoted.\n".formatted(ref),
                Map.of("environment", ref.toString(), "promote", true));
        return 0;
    }
}
