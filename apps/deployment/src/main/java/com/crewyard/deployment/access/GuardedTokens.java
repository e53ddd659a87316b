package com.crewyard.deployment.access;

import java.util.List;

/** API tokens for who administers all of their scopes; others do not get to know of them. */
public record GuardedTokens(Tokens all, Guard guard) implements TokenOperations {

    @Override
    public NewToken create(TokenOrder order) {
        order.scopes().forEach(scope -> guard.requireOver(scope, Guard.GIVE_ROLES));
        return all.create(order.by(Callers.current().actor(order.actor())));
    }

    @Override
    public List<ApiToken> tokens() {
        return all.tokens().stream().filter(this::isOurs).toList();
    }

    @Override
    public void revoke(String name, String actor) {
        if (tokens().stream()
                .noneMatch(token -> token.revokedAt().isEmpty() && token.name().equalsIgnoreCase(name))) {
            throw Tokens.unused(name);
        }
        all.revoke(name, Callers.current().actor(actor));
    }

    private boolean isOurs(ApiToken token) {
        return token.scopes().stream().map(Scope::new).allMatch(guard::mayOver);
    }
}
