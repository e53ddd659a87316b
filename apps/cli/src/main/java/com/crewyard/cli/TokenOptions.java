package com.crewyard.cli;

import com.crewyard.deployment.access.TokenOperations;
import com.crewyard.deployment.access.Tokens;
import com.crewyard.deployment.api.RemoteTokens;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Mixin;

/** What every command on API tokens takes. */
final class TokenOptions {

    @Mixin
    private ServerOptions at = new ServerOptions();

    <T> T call(Function<TokenOperations, T> call) {
        return at.lookingOn(
                engine -> call.apply(new Tokens(JdbcClient.create(engine.database()), Clock.systemUTC())),
                (server, _) -> call.apply(new RemoteTokens(server)));
    }

    void print(String text, Object value) {
        at.print(text, value);
    }
}
