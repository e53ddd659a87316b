package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.Audit;
import java.util.Locale;

/** The one place that decides whether a caller may do something; each no is audited. */
public final class Guard {

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
        return caller.may(permission, subject) ? caller : deny(caller, permission, subject);
    }

    /** @throws DeniedException when the caller may not do it wherever they want */
    public Caller requireEverywhere(Permission permission) {
        Caller caller = Callers.current();
        return caller.mayEverywhere(permission) ? caller : deny(caller, permission, "everything");
    }

    /** @throws DeniedException when there is nothing that the caller may do it to */
    public Caller requireSomewhere(Permission permission) {
        Caller caller = Callers.current();
        return caller.maySomewhere(permission) ? caller : deny(caller, permission, "anything");
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

    private Caller deny(Caller caller, Permission permission, String subject) {
        String what = permission.name().toLowerCase(Locale.ROOT);
        audit.write(caller.name(), "denied", "%s %s".formatted(what, subject));
        throw new DeniedException("%s may not %s %s; it takes the role %s there, which an administrator can give."
                .formatted(caller.name(), what, subject, role(permission)));
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
