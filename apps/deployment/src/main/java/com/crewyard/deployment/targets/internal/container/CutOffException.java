package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.RoutingException;

/** The way to a router far away was cut while it was asked something; nobody knows whether it heard. */
public final class CutOffException extends RoutingException {

    public CutOffException(RoutingException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
