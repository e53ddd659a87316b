package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.RouteSetting;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides where requests go: a pure function of releases, slots, shares and instances. */
final class Traffic {

    /**
     * A slot's part.
     *
     * @param takes which of its instances get any
     */
    record Part(SlotRef slot, int weight, Predicate<Instance> takes) {}

    private Traffic() {}

    /** @param serving the release whose ports and routes are in force */
    static RoutingTable table(long version, Configuration serving, List<Instance> instances, List<Part> parts) {
        return table(version, serving, instances, parts, Optional.empty());
    }

    /**
     * The same.
     *
     * @param copies who gets copies of requests, with the percentage of them as its weight
     */
    static RoutingTable table(
            long version, Configuration serving, List<Instance> instances, List<Part> parts, Optional<Part> copies) {
        List<String> listening = serving.listening();
        List<Backend> backends = listening.stream()
                .map(service -> backend(service, serving.services(), instances, parts, copies))
                .toList();
        return new RoutingTable(version, listeners(serving, listening), backends);
    }

    /** No port, no service: what is left when the only release went. */
    static RoutingTable nothing(long version) {
        return new RoutingTable(version, List.of(), List.of());
    }

    private static Backend backend(
            String service,
            Map<String, ServiceConfiguration> services,
            List<Instance> instances,
            List<Part> parts,
            Optional<Part> copies) {
        ServiceConfiguration configured = services.get(service);
        return new Backend(
                service,
                configured != null && configured.websocket(),
                parts.stream()
                        .map(part -> new Share(part.slot(), part.weight(), endpoints(service, instances, part)))
                        .toList(),
                copies.stream()
                        .map(part ->
                                new Share(part.slot().copies(), part.weight(), endpoints(service, instances, part)))
                        .toList());
    }

    private static List<Endpoint> endpoints(String service, List<Instance> instances, Part part) {
        return instances.stream()
                .filter(instance -> instance.slot().equals(part.slot())
                        && instance.service().equals(service)
                        && instance.state() != Instance.State.STOPPING
                        && part.takes().test(instance))
                .flatMap(instance -> instance.endpoint().stream())
                .toList();
    }

    /**
     * The published port has every route, and those of its first host for any host, so that localhost shows what the
     * application's address does; each other service has its own port beside it, at the same distance as in the app spec.
     */
    private static List<Listener> listeners(Configuration configuration, List<String> listening) {
        List<Listener> listeners = new ArrayList<>();
        configuration
                .publishedPorts()
                .forEach((service, port) -> listeners.add(new Listener(
                        port,
                        listeners.isEmpty()
                                ? published(configuration, listening, service)
                                : List.of(new Route(Route.ANY_HOST, "/", service)))));
        listeners.replaceAll(listener -> configuration.tls().isPresent() && hasNames(listener)
                ? new Listener(listener.port(), listener.routes(), true)
                : listener);
        return listeners;
    }

    private static boolean hasNames(Listener listener) {
        return listener.routes().stream().anyMatch(route -> !route.host().equals(Route.ANY_HOST));
    }

    private static List<Route> published(Configuration configuration, List<String> listening, String main) {
        List<Route> routes = new ArrayList<>();
        ServiceConfiguration first = configuration.services().get(main);
        String host = first == null || first.routes().isEmpty()
                ? Route.ANY_HOST
                : first.routes().getFirst().host();
        for (String service : listening) {
            ServiceConfiguration configured = configuration.services().get(service);
            for (RouteSetting route : configured == null ? List.<RouteSetting>of() : configured.routes()) {
                routes.add(new Route(route.host(), route.path(), service));
                if (route.host().equals(host)) {
                    routes.add(new Route(Route.ANY_HOST, route.path(), service));
                }
            }
        }
        if (routes.stream()
                .noneMatch(route ->
                        route.host().equals(Route.ANY_HOST) && route.path().equals("/"))) {
            routes.add(new Route(Route.ANY_HOST, "/", main));
        }
        return routes;
    }
}
