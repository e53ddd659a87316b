package com.crewyard.deployment.approvals;

import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.catalog.RefusedException;
import java.util.List;

/** What callers of a console can do with approvals: as the {@link Guard} lets them, in their own name. */
public final class GuardedApprovals {

    private static final int LATEST = 100;

    private final Approvals approvals;
    private final Guard guard;

    GuardedApprovals(Approvals approvals, Guard guard) {
        this.approvals = approvals;
        this.guard = guard;
    }

    /** Of the environments that the caller may see: those that wait, and then the latest. */
    public List<Approval> latest() {
        return approvals.latest(LATEST).stream()
                .filter(approval -> guard.may(Permission.VIEW, approval.subject()))
                .toList();
    }

    /** The console's own token is used under any name, so it is nobody's second pair of eyes. */
    public void decide(long id, boolean approved) {
        Caller caller = guard.require(
                Permission.APPROVE, approvals.byId(id).subject(), "There is no approval %d.".formatted(id));
        if (caller.kind() == Caller.Kind.CONSOLE) {
            throw RefusedException.notNow(
                    "The console's own token approves nothing, for it is used under any name; sign in as yourself, or with a token that ./crewyard token create made for you.");
        }
        approvals.decide(id, approved, caller.name());
    }
}
