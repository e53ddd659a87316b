package com.crewyard.deployment.routing;

import com.crewyard.deployment.routing.internal.local.LocalRouter;

/** The routers there are. */
public final class Routers {

    private Routers() {}

    /** A router within this process, for the process target; it begins without a port. */
    public static ProbingRouter inProcess() {
        return new LocalRouter();
    }
}
