package com.crewyard.cli;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.engine.PreviewLine;
import com.crewyard.deployment.engine.PreviewOrder;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Takes a release live in a pull request's environment, which is made if it is not there.")
final class PreviewCreateCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "NUMBER", description = "Of the pull request.")
    private int number;

    @Option(
            names = "--image",
            paramLabel = "SVC=REF",
            description = "What a service runs instead of what the app spec says; on the target process, a folder.")
    private Map<String, String> images = Map.of();

    @Option(names = "--branch", paramLabel = "NAME", defaultValue = "", description = "Of the request, for the record.")
    private String branch = "";

    @Option(names = "--commit", paramLabel = "ID", defaultValue = "", description = "Its latest, for the record.")
    private String commit = "";

    @Override
    public Integer call() {
        AppFile app = options.app();
        PreviewOrder order =
                new PreviewOrder(app, number, images, branch, commit, EngineOptions.actor(), EngineOptions.secrets());
        return options.previewing((operations, previews) -> {
            PreviewLine preview = previews.create(order);
            options.say("%s/%s at %s/ until %s"
                    .formatted(preview.application(), preview.environment(), preview.address(), preview.expiresAt()));
            return new RolloutProgress(options, preview.environment()).follow(operations, preview.rollout());
        });
    }
}
