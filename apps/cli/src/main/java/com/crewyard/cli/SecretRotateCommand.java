package com.crewyard.cli;

import com.crewyard.deployment.secrets.SecretOperations;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rotate",
        description = "Seals anew, with the key of today, what one of CREWYARD_SECRETS_OLD_KEYS sealed.")
final class SecretRotateCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Override
    public Integer call() {
        int count = options.secrets((SecretOperations secrets) -> secrets.rotate(EngineOptions.actor()));
        options.print(
                "%d secrets are sealed anew; old keys are needed no more.%n".formatted(count),
                Map.of("secrets", count));
        return 0;
    }
}
