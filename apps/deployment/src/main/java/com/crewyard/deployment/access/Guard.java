package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import java.util.Locale;
import java.util.stream.Stream;

/** The one place that decides whether a caller may do something; each no is audited. */
public final class Guard {

    static final String GIVE_ROLES = "give roles";

    private final Audit audit;
    private final Accounts accounts;

    public Guard(Audit audit, Accounts accounts) {
        this.audit = audit;
        this.accounts = accounts;
    }

    /**
     * The caller, when they may do it to an environment or a pipeline.
     *
     * @throws DeniedException when not
     */
    public Caller require(Permission permission, String subject) {
        Caller caller = Callers.current();
        return caller.may(permission, subject) ? caller : deny(caller, permission, subject, subject);
    }

    /** @throws DeniedException when the caller may not do it wherever they want */
    public Caller requireEverywhere(Permission permission) {
        Caller caller = Callers.current();
        return caller.mayEverywhere(permission) ? caller : deny(caller, permission, "everything");
    }

    /** @throws DeniedException when there is no organization as a whole that the caller may do it to */
    public Caller requireAnOrganization(Permission permission) {
        Caller caller = Callers.current();
        return caller.mayToAnOrganization(permission) ? caller : deny(caller, permission, "an organization");
    }

    /**
     * As {@link #require}, of what was found by a number: who may not see it is told that it is not there.
     *
     * @param absent said then
     */
    public Caller require(Permission permission, String subject, String absent) {
        Caller caller = Callers.current();
        if (!caller.may(Permission.VIEW, subject)) {
            record(caller, Permission.VIEW, subject, subject);
            throw RefusedException.notFound(absent);
        }
        return require(permission, subject);
    }

    /**
     * The caller, when they administer all that it is part of.
     *
     * @param what they want, behind "may not"
     * @throws DeniedException when not, whether the organization is there or not
     */
    public Caller requireOver(Scope scope, String what) {
        Caller caller = Callers.current();
        if (!mayOver(scope)) {
            record(caller, Permission.ADMINISTER, scope.pattern(), scope.overseen());
            throw new DeniedException(
                    "%s may not %s on %s; an administrator of an organization does so on what begins with its name, such as @acme or @acme/shop/production."
                            .formatted(caller.name(), what, scope));
        }
        return caller;
    }

    public boolean mayOver(Scope scope) {
        return may(Permission.ADMINISTER, scope.overseen());
    }

    /** @throws DeniedException when there is nothing that the caller may do it to */
    public Caller requireSomewhere(Permission permission) {
        Caller caller = Callers.current();
        return caller.maySomewhere(permission) ? caller : deny(caller, permission, "anything");
    }

    /** What the caller may see, for lists. */
    public Sight sight() {
        return Callers.current().sight(Permission.VIEW);
    }

    public boolean may(Permission permission, String subject) {
        return Callers.current().may(permission, subject);
    }

    /** Whether somebody whose connection has been open for a while may go on. */
    public boolean stillMay(Caller caller, Permission permission, String subject) {
        return accounts.again(caller)
                .filter(now -> now.may(permission, subject))
                .isPresent();
    }

    private Caller deny(Caller caller, Permission permission, String asked, String... subjects) {
        record(caller, permission, asked, subjects);
        throw new DeniedException("%s may not %s %s; it takes the role %s there, which an administrator can give.%s"
                .formatted(caller.name(), word(permission), asked, role(permission), hint(caller, permission, asked)));
    }

    /** It tells of the caller and of what they asked for, so it is for who may see both. */
    private void record(Caller caller, Permission permission, String asked, String... subjects) {
        audit.write(
                Stream.concat(caller.overseen().stream(), Stream.of(subjects)).toList(),
                caller.name(),
                "denied",
                "%s %s".formatted(word(permission), asked));
    }

    /** The same whether the application is new or somebody else's. */
    private static String hint(Caller caller, Permission permission, String subject) {
        int end = subject.indexOf('/');
        return permission != Permission.DEPLOY || end < 0
                ? ""
                : caller.organizations(permission).stream()
                        .findFirst()
                        .map(name ->
                                " A new application of %1$s is put there first: ./crewyard organization assign %1$s %2$s."
                                        .formatted(name, subject.substring(0, end)))
                        .orElse("");
    }

    private static String word(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }

    private static String role(Permission permission) {
        return switch (permission) {
            case VIEW -> Role.VIEWER.code();
            case DEPLOY -> Role.DEPLOYER.code();
            case APPROVE -> Role.APPROVER.code();
            case ADMINISTER -> Role.ADMIN.code();
        };
    }
}
