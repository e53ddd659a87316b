package com.crewyard.cli;

import com.crewyard.deployment.catalog.AppFile;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "destroy", description = "Ends a pull request's environment with all that it has, its databases too.")
final class PreviewDestroyCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "NUMBER", description = "Of the pull request.")
    private int number;

    @Override
    public Integer call() {
        AppFile app = options.app();
        String application = app.spec().app();
        options.lookingOnPreviews(previews -> {
            previews.destroy(application, number, EngineOptions.actor());
            return true;
        });
        options.print(
                "The preview of pull request %d of %s is gone.%n".formatted(number, application),
                Map.of("application", application, "number", number, "destroyed", true));
        return 0;
    }
}
