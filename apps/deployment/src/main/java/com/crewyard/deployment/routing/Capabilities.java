package com.crewyard.deployment.routing;

/**
 * What a router can do beyond carrying requests by weight, retrying connections and counting.
 *
 * @param closesWebsockets whether it ends WebSockets of a drained slot with 1012 itself. One that only sees a tunnel leaves them
 *     open, and the instance closes them when it is told to end: the lame-duck period is the same, the close frame is the
 *     application's
 * @param holdsRequests whether requests wait a bounded time while nobody has weight, until a table gives somebody some;
 *     otherwise they are refused with 503 or 502 at once
 * @param tellsLatencies whether its counters have latencies by instance
 * @param opensPortsUnseen whether a change of ports and routes is as harmless as one of weights and instances; otherwise it may cut a
 *     connection that comes in that very moment
 * @param outlivesEngine whether it is a program of its own, which another router object can take over
 */
public record Capabilities(
        boolean closesWebsockets,
        boolean holdsRequests,
        boolean tellsLatencies,
        boolean opensPortsUnseen,
        boolean outlivesEngine) {}
