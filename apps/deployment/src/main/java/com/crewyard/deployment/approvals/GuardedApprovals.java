package com.crewyard.deployment.approvals;

import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Optional;

/** What callers of a console can do with approvals: as the {@link Guard} lets them, in their own name. */
public final class GuardedApprovals {

    private final Approvals approvals;
    private final Guard guard;

    GuardedApprovals(Approvals approvals, Guard guard) {
        this.approvals = approvals;
        this.guard = guard;
    }

    /** Of the environments that the caller may see: those that wait, and then the latest. */
    public List<Approval> latest(Optional<EnvironmentRef> of) {
        return approvals.latest(of, guard.sight());
    }

    public Approval byId(long id) {
        Approval approval = approvals.byId(id);
        guard.require(Permission.VIEW, approval.subject(), absent(id));
        return approval;
    }

    /** The console's own token is used under any name, so it is nobody's second pair of eyes. */
    public void decide(long id, boolean approved) {
        Caller caller = guard.require(Permission.APPROVE, approvals.byId(id).subject(), absent(id));
        if (caller.kind() == Caller.Kind.CONSOLE) {
            throw RefusedException.notNow(
                    "The console's own token approves nothing, for it is used under any name; sign in as yourself, or"
                            + " with a token that ./crewyard token create made for you.");
        }
        approvals.decide(id, approved, caller.name());
    }

    private static String absent(long id) {
        return "There is no approval %d.".formatted(id);
    }
}
