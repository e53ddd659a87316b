package com.crewyard.cli;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "set", description = "Keeps a value, which is read from standard input, or says where it is looked up.")
final class SecretSetCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(index = "0", paramLabel = "ENV", description = "An environment of the app spec.")
    private String environment = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The variable that instances find it in.")
    private String name = "";

    @Option(names = "--from", paramLabel = "REFERENCE", description = "Where it is looked up at each deployment.")
    private @Nullable String reference;

    @Override
    public Integer call() {
        EnvironmentRef ref = options.environment(environment);
        String from = reference;
        String value = from == null ? value() : "";
        options.secrets(secrets -> {
            if (from == null) {
                secrets.set(ref, name, value, EngineOptions.actor());
            } else {
                secrets.refer(ref, name, from, EngineOptions.actor());
            }
            return true;
        });
        options.print(
                "%s has the secret %s from its next deployment on.%n".formatted(ref, name),
                Map.of("environment", ref.toString(), "name", name));
        return 0;
    }

    /** What a line's end is to people is no part of the secret. */
    private static String value() {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            return String.valueOf(console.readPassword("Value: "));
        }
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
