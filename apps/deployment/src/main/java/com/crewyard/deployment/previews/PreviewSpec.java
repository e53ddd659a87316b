package com.crewyard.deployment.previews;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Route;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The app spec of a pull request's environment, made out of the application's. */
public final class PreviewSpec {

    private final AppFile file;
    private final AppSpec.Previews previews;
    private final int number;

    /** @throws RefusedException when the app spec has no previews, or an environment of that name */
    public PreviewSpec(AppFile file, int number) {
        this.file = file;
        this.number = number;
        if (number < 1) {
            throw RefusedException.input(
                    "The number of a pull request is %d; give one of 1 and more.".formatted(number));
        }
        this.previews = file.spec()
                .previews()
                .orElseThrow(() -> RefusedException.input(
                        "%s has no previews; add such as previews: {environment: %s, ports: 24000-24099}."
                                .formatted(
                                        file.file(),
                                        file.spec().environments().keySet().stream()
                                                .findFirst()
                                                .orElse("staging"))));
        if (file.spec().environments().containsKey(name())) {
            throw RefusedException.input(
                    "%s has an environment %s, which the preview of pull request %d would be called too; rename it."
                            .formatted(file.file(), name(), number));
        }
    }

    public AppSpec.Previews previews() {
        return previews;
    }

    public String name() {
        return Preview.name(number);
    }

    public Optional<String> host() {
        return previews.host().map(host -> host.replace(AppSpec.Previews.NUMBER, String.valueOf(number)));
    }

    /** What people find it at: the name that it was given, or else the machine that it runs on. */
    public String foundAt() {
        return host().orElseGet(() -> Targets.machine(place()));
    }

    /** Whether its ports are opened on another machine than this one. */
    public boolean isElsewhere() {
        return !Targets.machine(place()).equals(Targets.THIS_MACHINE);
    }

    private String place() {
        try {
            return Targets.place(file.environment(previews.environment()));
        } catch (IllegalArgumentException e) {
            throw RefusedException.input(String.valueOf(e.getMessage()));
        }
    }

    /** Ports that its services are found at when the first of them is published at one. */
    public List<Integer> ports(int published) {
        List<Service> listening = file.spec().services().values().stream()
                .filter(service -> service.port().isPresent())
                .toList();
        List<Service> routed = listening.stream()
                .filter(service -> !service.routes().isEmpty())
                .toList();
        List<Service> found = routed.isEmpty() ? listening : routed;
        Set<Integer> ports = new LinkedHashSet<>(List.of(published));
        found.forEach(service -> ports.add(
                published + service.port().getAsInt() - found.getFirst().port().getAsInt()));
        return List.copyOf(ports);
    }

    /** Variables that have the addresses of databases of its own, which nobody else's address is to take the place of. */
    public Set<String> ownDatabases() {
        return file.spec().backing().values().stream()
                .filter(backing -> backing.kind() == Backing.Kind.DATABASE)
                .map(Backing::env)
                .collect(Collectors.toSet());
    }

    /** The app spec with an environment of the preview's name, published at a port; nobody is notified of it. */
    public AppFile app(int port) {
        AppSpec spec = file.spec();
        Environment of = file.environment(previews.environment());
        Map<String, String> env = new LinkedHashMap<>(of.env());
        env.keySet().removeAll(ownDatabases());
        previews.env().forEach((name, value) -> env.put(name, filled(value, port)));
        Map<String, Environment> environments = new LinkedHashMap<>(spec.environments());
        environments.put(
                name(),
                new Environment(
                        name(),
                        of.target(),
                        OptionalInt.of(port),
                        of.router(),
                        of.hosts(),
                        of.batch(),
                        of.tls(),
                        of.region(),
                        Map.copyOf(env),
                        List.of()));
        Map<String, Service> services = new LinkedHashMap<>();
        spec.services().forEach((name, service) -> services.put(name, renamed(service)));
        return new AppFile(
                file.file(),
                file.base(),
                file.text(),
                new AppSpec(
                        spec.app(),
                        services,
                        spec.backing(),
                        spec.migrations(),
                        spec.cron(),
                        spec.rollout(),
                        environments,
                        spec.previews()),
                file.sent());
    }

    private String filled(String value, int port) {
        return value.replace(AppSpec.Previews.NUMBER, String.valueOf(number))
                .replace("{host}", foundAt())
                .replace("{port}", String.valueOf(port));
    }

    /** The first host of the routes is the preview's; others stand before it, such as {@code api.pr-12.example.com}. */
    private String host(String original) {
        String own = foundAt();
        List<String> hosts = file.spec().services().values().stream()
                .flatMap(service -> service.routes().stream())
                .map(Route::host)
                .distinct()
                .toList();
        return hosts.getFirst().equals(original)
                ? own
                : original.replaceFirst("^\\*\\.", "any.").replaceFirst("\\..*", "") + "." + own;
    }

    private Service renamed(Service service) {
        List<Route> routes = service.routes().stream()
                .map(route -> new Route(host(route.host()), route.path()))
                .toList();
        return new Service(
                service.name(),
                service.image(),
                service.build(),
                service.command(),
                service.port(),
                service.health(),
                service.replicas(),
                service.cpu(),
                service.memoryMebibytes(),
                service.websocket(),
                service.drain(),
                service.env(),
                service.secrets(),
                routes,
                service.autoscale());
    }
}
