package com.crewyard.deployment.routing;

import java.util.List;

/**
 * A port of the host, and where its requests go. A request that no route matches is answered with 404.
 *
 * @param behindTls whether its requests came over TLS, which somebody before it ended; nobody else gets to such a port
 */
public record Listener(int port, List<Route> routes, boolean behindTls) {

    public Listener(int port, List<Route> routes) {
        this(port, routes, false);
    }

    public Listener {
        routes = List.copyOf(routes);
    }

    /** What clients asked by, as instances are told in {@code X-Forwarded-Proto}. */
    public String scheme() {
        return behindTls ? "https" : "http";
    }
}
