package com.crewyard.deployment.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who callers are, and what they may do right now: what is taken from them counts with their next request. */
public final class Accounts {

    private final Tokens tokens;
    private final People people;
    private final Organizations organizations;
    private final Clock clock;

    public Accounts(JdbcClient jdbc, Clock clock) {
        this.tokens = new Tokens(jdbc, clock);
        this.people = new People(jdbc);
        this.organizations = new Organizations(jdbc);
        this.clock = clock;
    }

    /** The caller that an API token's secret stands for. */
    public Optional<Caller> ofSecret(String secret) {
        return tokens.ofSecret(secret).map(this::caller);
    }

    /** The same caller with what they may do by now; empty when they may not come in any more. */
    public Optional<Caller> again(Caller caller) {
        return again(caller.kind(), caller.id(), caller.name());
    }

    /** @param name of callers by the console's own token; others have theirs in the database */
    public Optional<Caller> again(Caller.Kind kind, long id, String name) {
        return switch (kind) {
            case CONSOLE -> Optional.of(Caller.console(name));
            case PERSON -> people.byId(id);
            case TOKEN ->
                tokens.byId(id).filter(token -> token.isUsable(clock.instant())).map(this::caller);
        };
    }

    private Caller caller(ApiToken token) {
        Role role = Role.ofCode(token.role());
        List<Scope> scopes = token.scopes().stream().map(Scope::new).toList();
        List<Grant> grants =
                scopes.stream().map(scope -> new Grant(role, scope)).toList();
        return new Caller(Caller.Kind.TOKEN, token.id(), token.name(), grants, organizations.owners(scopes));
    }
}
