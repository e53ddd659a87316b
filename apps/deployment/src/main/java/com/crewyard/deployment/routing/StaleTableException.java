package com.crewyard.deployment.routing;

/** A later decision is in force already, so whoever made this one has lost its lease. */
public final class StaleTableException extends RoutingException {

    public StaleTableException(long refused, long inForce) {
        this("Routing table %d is refused, for %d is in force.".formatted(refused, inForce));
    }

    public StaleTableException(String message) {
        super(message);
    }
}
