package com.crewyard.deployment.routing;

/** The router cannot do what it was told; the message is one sentence for the operator. */
public class RoutingException extends RuntimeException {

    public RoutingException(String message) {
        super(message);
    }

    public RoutingException(String message, Throwable cause) {
        super(message, cause);
    }
}
