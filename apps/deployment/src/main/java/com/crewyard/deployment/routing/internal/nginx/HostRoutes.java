package com.crewyard.deployment.routing.internal.nginx;

import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.internal.site.RouteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The routes that may serve a host, its own and those of vaguer ones. A more exact host goes before a longer path, so a vaguer route
 * whose path a more exact one has already is left out.
 */
final class HostRoutes {

    private HostRoutes() {}

    static List<Route> of(String host, List<Route> all) {
        List<Route> taken = new ArrayList<>();
        List<Route> matching = RouteOrder.mostExactFirst(all).stream()
                .filter(route -> covers(route.host(), host))
                .toList();
        for (Route route : matching) {
            boolean shadowed = taken.stream()
                    .anyMatch(before -> before.path().equals(route.path())
                            || !before.host().equals(route.host()) && contains(before.path(), route.path()));
            if (!shadowed) {
                taken.add(route);
            }
        }
        return taken;
    }

    private static boolean covers(String pattern, String host) {
        return pattern.equals(Route.ANY_HOST)
                || pattern.equalsIgnoreCase(host)
                || pattern.startsWith("*.") && host.endsWith(pattern.substring(1));
    }

    private static boolean contains(String prefix, String path) {
        return path.startsWith(RouteOrder.withoutEnd(prefix) + "/") || path.equals(prefix);
    }
}
