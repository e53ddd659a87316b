package com.crewyard.deployment.routing;

/**
 * Carries the requests of one environment. We decide where they go; the router carries them.
 *
 * <p>Every operation may be repeated after a crash, with the same effect as once. What each implementation has to hold is
 * in the contract suite of this port's tests.
 */
public interface Router {

    /**
     * Makes this table the one that new requests follow: all of it or, when it throws, nothing of it. Requests under way
     * stay where they are. Instances that are in the table but do not answer get no safe request as long as another does.
     *
     * @throws StaleTableException when a table with a higher version is in force, so somebody else decides by now
     * @throws RoutingException in one sentence, when the table cannot be put in force: a port taken, a router that is down
     */
    void apply(RoutingTable table);

    /**
     * Tells those instances of a slot that get nothing new to finish what they began, and returns at once: requests may go on until their bound, WebSockets are
     * closed with 1012 after theirs, at a frame boundary and spread in time, by a router that can ({@link Capabilities}).
     * {@link #counters} tells how far it is.
     * An instance that a table gives requests again stops draining.
     */
    void drain(SlotRef slot, Drain drain);

    /** What happened since the router began; never goes back while it lives. */
    Counters counters();

    Capabilities capabilities();

    /** Ends the router and frees its ports; connections still open are cut. */
    void destroy();
}
