package com.crewyard.cli;

import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.plans.PlanText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "deploy",
        customSynopsis = "./crewyard deploy ENV [OPTIONS]",
        description = {
            "Takes a new release of an application live, and returns when it is or when the former one has everything back.",
            "",
            "What keeps the environment running stays in the background: status finds it, destroy ends it.",
            ""
        },
        footer = {"", DeployExit.CODES})
final class DeployCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Option(
            names = "--image",
            paramLabel = "SVC=REF",
            description = "What a service runs instead of what the app spec says; on the target process, a folder.")
    private Map<String, String> images = Map.of();

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why, for the record.")
    private String reason = "";

    @Option(
            names = "--approve",
            paramLabel = "HASH",
            description = "Deploy only if the plan is still the one with this hash, which ./crewyard plan prints.")
    private @Nullable String approve;

    @Option(names = "--yes", description = "Deploy whatever the plan is, which is the default.")
    private boolean yes;

    @Option(names = "--during-freeze", description = "Deploy although the app spec has a freeze now.")
    private boolean duringFreeze;

    @Override
    public Integer call() {
        if (yes && approve != null) {
            throw new StartRefusedException("--yes and --approve exclude one another; say one of them.");
        }
        DeployRequest request = new DeployRequest(
                options.app(),
                environment,
                images,
                Optional.ofNullable(approve),
                EngineOptions.actor(),
                reason,
                EngineOptions.secrets(),
                duringFreeze);
        options.environment(environment);
        return options.working(operations -> {
            options.say(PlanText.of(operations.plan(request)));
            return new RolloutProgress(options, environment).follow(operations, operations.deploy(request));
        });
    }
}
