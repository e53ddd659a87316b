package com.crewyard.cli;

import com.crewyard.deployment.access.NewToken;
import com.crewyard.deployment.access.Role;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.TokenOrder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Makes a token and prints it, this once.")
final class TokenCreateCommand implements Callable<Integer> {

    @Mixin
    private TokenOptions options = new TokenOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "Who gets it; the audit keeps it with what they do.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "viewer, deployer, approver or admin.")
    private String role = "";

    @Option(
            names = "--scope",
            required = true,
            paramLabel = "SCOPE",
            description = "Where the role counts, such as shop/production; may be said several times.")
    private List<String> scopes = List.of();

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "" + TokenOrder.USUAL_DAYS,
            description = "Until it expires. Default: 90.")
    private int days;

    @Override
    public Integer call() {
        TokenOrder order = new TokenOrder(
                name, Role.ofCode(role), scopes.stream().map(Scope::new).toList(), days, EngineOptions.actor());
        NewToken made = options.call(operations -> operations.create(order));
        options.print(
                "%s%n%n%s is %s on %s until %s. The token is shown this once; ./crewyard token revoke ends it.%n"
                        .formatted(
                                made.secret(),
                                made.token().name(),
                                made.token().role(),
                                String.join(", ", made.token().scopes()),
                                made.token().expiresAt()),
                made);
        return 0;
    }
}
