package com.crewyard.deployment.access;

import java.util.List;
import java.util.Optional;

/**
 * Whose request it is.
 *
 * @param id of a person or of an API token; 0 for the console's own token
 * @param name by which the audit knows them; nobody else has it, unless the console's own token is used under it
 * @param owners who owns what, as far as the grants ask
 */
public record Caller(Kind kind, long id, String name, List<Grant> grants, Owners owners) {

    /** How a caller is known. */
    public enum Kind {
        /** By the console's own token, and then by whatever name they gave. */
        CONSOLE,
        /** By an identity provider. */
        PERSON,
        /** By an API token of its own. */
        TOKEN
    }

    public Caller {
        grants = List.copyOf(grants);
    }

    /** Who holds the token of the state folder holds everything in it, so nothing is kept from them. */
    public static Caller console(String name) {
        return new Caller(Kind.CONSOLE, 0, name, List.of(new Grant(Role.ADMIN, Scope.EVERYTHING)), Owners.NONE);
    }

    /** @param subject an environment, a pipeline, an organization or everything, as {@link Scope} names them */
    public boolean may(Permission permission, String subject) {
        return grants.stream()
                .anyMatch(grant -> grant.role().may(permission) && grant.scope().covers(subject, owners));
    }

    public boolean mayEverywhere(Permission permission) {
        return grants.stream()
                .anyMatch(grant -> grant.role().may(permission) && grant.scope().isEverything());
    }

    /** Whether there is an organization as a whole that they may do it to. */
    public boolean mayToAnOrganization(Permission permission) {
        return grants.stream()
                .anyMatch(grant -> grant.role().may(permission) && grant.scope().isWhole());
    }

    /** Those in which they may do it to something. */
    List<String> organizations(Permission permission) {
        return grants.stream()
                .filter(grant -> grant.role().may(permission))
                .flatMap(grant -> grant.scope().organization().stream())
                .distinct()
                .toList();
    }

    /** What they may do it to, for lists. */
    public Sight sight(Permission permission) {
        return new Sight(grants.stream()
                .filter(grant -> grant.role().may(permission))
                .map(Grant::scope)
                .toList());
    }

    /** Whose affair it is what they do, as far as that concerns no environment: organizations, or a star for everything. */
    public List<String> overseen() {
        return grants.isEmpty()
                ? List.of(Scope.EVERYTHING.pattern())
                : Scope.overseen(grants.stream().map(Grant::scope).toList());
    }

    public boolean maySomewhere(Permission permission) {
        return grants.stream().anyMatch(grant -> grant.role().may(permission));
    }

    /** The name to do something under: one's own, except that the console's own token speaks for whom it says. */
    public String actor(String claimed) {
        return kind == Kind.CONSOLE
                ? Optional.of(claimed).filter(text -> !text.isBlank()).orElse(name)
                : name;
    }
}
