package com.crewyard.deployment.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where every request of an environment goes.
 *
 * @param version rises with each decision, across engines; a router refuses to go back
 * @param listeners each port once
 * @param backends each service once, and every service that a route names
 */
public record RoutingTable(long version, List<Listener> listeners, List<Backend> backends) {

    public RoutingTable {
        listeners = List.copyOf(listeners);
        backends = List.copyOf(backends);
        Set<String> services = backends.stream().map(Backend::service).collect(Collectors.toSet());
        if (services.size() < backends.size()) {
            throw new IllegalArgumentException("a service is twice among %s".formatted(backends));
        }
        if (listeners.stream().map(Listener::port).distinct().count() < listeners.size()) {
            throw new IllegalArgumentException("a port is twice among %s".formatted(listeners));
        }
        for (Listener listener : listeners) {
            for (Route route : listener.routes()) {
                if (!services.contains(route.service())) {
                    throw new IllegalArgumentException("port %d routes to \"%s\", which is none of %s"
                            .formatted(listener.port(), route.service(), services));
                }
            }
        }
    }

    public Optional<Backend> backend(String service) {
        return backends.stream()
                .filter(backend -> backend.service().equals(service))
                .findFirst();
    }

    /** Whether new requests may go to a slot. */
    public boolean serves(SlotRef slot) {
        return backends.stream()
                .flatMap(backend -> backend.shares().stream())
                .anyMatch(share -> share.slot().equals(slot) && share.weight() > 0);
    }
}
