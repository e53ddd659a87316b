package com.crewyard.cli;

import com.crewyard.deployment.access.ApiToken;
import com.crewyard.deployment.access.TokenOperations;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Shows the tokens that were made, without their secrets.")
final class TokenListCommand implements Callable<Integer> {

    @Mixin
    private TokenOptions options = new TokenOptions();

    @Override
    public Integer call() {
        List<ApiToken> tokens = options.call(TokenOperations::tokens);
        options.print(
                tokens.isEmpty()
                        ? "No token was made yet; ./crewyard token create makes one.\n"
                        : tokens.stream().map(TokenListCommand::text).collect(Collectors.joining()),
                tokens);
        return 0;
    }

    private static String text(ApiToken token) {
        return "%-24s %-9s %s  (made by %s, %s, %s)%n"
                .formatted(
                        token.name(),
                        token.role(),
                        String.join(" ", token.scopes()),
                        token.createdBy(),
                        token.revokedAt()
                                .map("revoked %s"::formatted)
                                .orElse((token.isUsable(Instant.now()) ? "until " : "expired ") + token.expiresAt()),
                        token.usedAt().map("last used %s"::formatted).orElse("never used"));
    }
}
