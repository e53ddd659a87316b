package com.crewyard.cli;

import com.crewyard.deployment.secrets.SecretLine;
import com.crewyard.deployment.secrets.SecretOperations;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Shows which secrets an environment has, never their values.")
final class SecretListCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        List<SecretLine> found = options.secrets((SecretOperations secrets) -> secrets.list(ref));
        options.print(
                found.isEmpty()
                        ? "%s has no secrets; ./crewyard secret set %s NAME gives it one.%n".formatted(ref, environment)
                        : found.stream().map(SecretListCommand::text).collect(Collectors.joining()),
                found);
        return 0;
    }

    private static String text(SecretLine secret) {
        return "%s  %s, by %s at %s%n"
                .formatted(
                        secret.name(),
                        secret.reference()
                                .or(() -> secret.key().map("sealed with key %s"::formatted))
                                .orElse(""),
                        secret.updatedBy(),
                        secret.updatedAt());
    }
}
