package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.Route;
import java.util.Comparator;
import java.util.List;

/** Routes in the order in which a program that takes the first match has to be given them. */
public final class RouteOrder {

    private static final Comparator<Route> MOST_EXACT_FIRST = Comparator.<Route>comparingInt(RouteOrder::vagueness)
            .thenComparing(route -> -route.host().length())
            .thenComparing(route -> -route.path().length());

    private RouteOrder() {}

    public static List<Route> mostExactFirst(List<Route> routes) {
        return routes.stream().sorted(MOST_EXACT_FIRST).toList();
    }

    /** A path as a prefix of whole segments: empty for the root, never with a slash at its end. */
    public static String withoutEnd(String path) {
        return path.replaceFirst("/+$", "");
    }

    private static int vagueness(Route route) {
        return route.host().equals(Route.ANY_HOST) ? 2 : route.host().startsWith("*.") ? 1 : 0;
    }
}
