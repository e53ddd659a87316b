package com.crewyard.cli;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Forgets a secret; what runs keeps it until the environment is destroyed.")
final class SecretDeleteCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The secret.")
    private String name = "";

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        options.secrets(secrets -> {
            secrets.delete(ref, name, EngineOptions.actor());
            return true;
        });
        options.print(
                "The secret %s of %s is forgotten.%n".formatted(name, ref),
                Map.of("environment", ref.toString(), "name", name, "deleted", true));
        return 0;
    }
}
