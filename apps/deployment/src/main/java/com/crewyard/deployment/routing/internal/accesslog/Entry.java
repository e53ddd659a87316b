package com.crewyard.deployment.routing.internal.accesslog;

import java.util.List;

/**
 * A request that is over, as the router wrote it down.
 *
 * @param status what the client was told
 * @param attempts in their order; none when no instance was asked
 */
public record Entry(int status, List<Attempt> attempts) {

    /**
     * @param address of the instance
     * @param answered whether the head of an answer came
     * @param seconds until it did
     */
    public record Attempt(String address, boolean answered, double seconds) {}

    static final int SWITCHING = 101;
    static final int SERVER_ERROR = 500;
    static final int UNAVAILABLE = 503;
    static final int BAD_GATEWAY = 502;
    /** As nginx and Caddy write it when the client went away before it was answered. */
    static final int CLIENT_GONE = 499;

    public Entry {
        attempts = List.copyOf(attempts);
    }

    boolean refused() {
        return attempts.isEmpty() && (status == UNAVAILABLE || status == BAD_GATEWAY);
    }
}
