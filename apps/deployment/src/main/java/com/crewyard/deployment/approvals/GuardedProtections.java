package com.crewyard.deployment.approvals;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Scope;
import java.util.List;

/** Protections for who administers where they count; others do not get to know of them. */
public record GuardedProtections(Protections protections, Guard guard) {

    private static final String WHAT = "say what takes an approval";

    public List<Scope> all() {
        return protections.all().stream().filter(guard::mayOver).toList();
    }

    public void protect(Scope scope) {
        protections.protect(scope, guard.requireOver(scope, WHAT).name());
    }

    public void release(Scope scope) {
        protections.release(scope, guard.requireOver(scope, WHAT).name());
    }
}
