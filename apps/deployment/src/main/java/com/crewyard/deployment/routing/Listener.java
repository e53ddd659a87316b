package com.crewyard.deployment.routing;

import java.util.List;

/** A port of the host, and where its requests go. A request that no route matches is answered with 404. */
public record Listener(int port, List<Route> routes) {

    public Listener {
        routes = List.copyOf(routes);
    }
}
