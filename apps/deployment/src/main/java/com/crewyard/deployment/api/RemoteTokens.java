package com.crewyard.deployment.api;

import com.crewyard.deployment.access.ApiToken;
import com.crewyard.deployment.access.NewToken;
import com.crewyard.deployment.access.TokenOperations;
import com.crewyard.deployment.access.TokenOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The API tokens of a server, as if they were here. */
public final class RemoteTokens implements TokenOperations {

    private static final String TOKENS = "/tokens";

    private final Server server;

    public RemoteTokens(Server server) {
        this.server = server;
    }

    @Override
    public NewToken create(TokenOrder order) {
        return server.post(
                TOKENS,
                new Wire.Token(order.name(), order.role().code(), order.patterns(), order.days(), order.actor()),
                NewToken.class);
    }

    @Override
    public List<ApiToken> tokens() {
        return server.list(TOKENS, Map.of(), ApiToken.class);
    }

    @Override
    public void revoke(String name, String actor) {
        String path = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        server.delete(TOKENS + "/" + path, Map.of("actor", actor));
    }
}
