package com.crewyard.cli;

import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.plans.PlanText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        customSynopsis = "./crewyard plan ENV [OPTIONS]",
        description = {
            "Shows what a deployment would do: what differs from the live release, migrations, traffic, duration.",
            "",
            "It also tells what machines cost, and how long a canary takes to its verdict at today's traffic.",
            "It changes nothing. The hash at its end is what --approve of ./crewyard deploy takes.",
            ""
        },
        footer = {"", DeployExit.CODES})
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Option(
            names = "--image",
            paramLabel = "SVC=REF",
            description = "What a service runs instead of what the app spec says; on the target process, a folder.")
    private Map<String, String> images = Map.of();

    @Override
    public Integer call() {
        DeployRequest request = new DeployRequest(
                options.app(),
                environment,
                images,
                Optional.empty(),
                EngineOptions.actor(),
                "",
                EngineOptions.secrets(),
                false);
        options.environment(environment);
        Plan plan = options.lookingOn(operations -> operations.plan(request));
        options.print(PlanText.of(plan), plan);
        return 0;
    }
}
