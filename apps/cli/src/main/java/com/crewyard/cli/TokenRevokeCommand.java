package com.crewyard.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Ends a token, and what was signed in with it.")
final class TokenRevokeCommand implements Callable<Integer> {

    @Mixin
    private TokenOptions options = new TokenOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The token's name.")
    private String name = "";

    @Override
    public Integer call() {
        options.call(operations -> {
            operations.revoke(name, EngineOptions.actor());
            return name;
        });
        options.print("%s opens nothing any more.%n".formatted(name), Map.of("revoked", name));
        return 0;
    }
}
