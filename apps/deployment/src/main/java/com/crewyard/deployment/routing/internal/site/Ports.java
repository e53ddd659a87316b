package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be free before a program is told to open it: a program that fails in the middle says less. */
public final class Ports {

    private Ports() {}

    /** @param inForce the table whose ports the running program has; empty when none runs */
    public static void check(RouterSite site, RoutingTable next, Optional<RoutingTable> inForce) {
        Set<Integer> ours = inForce.stream()
                .flatMap(table -> table.listeners().stream())
                .map(Listener::port)
                .collect(Collectors.toSet());
        for (Listener listener : next.listeners()) {
            if (!ours.contains(listener.port()) && !site.isFree(listener.port())) {
                throw new RoutingException(
                        "Port %d cannot be opened (another program has it); stop that program, or publish another port."
                                .formatted(listener.port()));
            }
        }
    }
}
