package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterFiles;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.routing.RoutingException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which program carries an environment's requests: HAProxy, unless the app spec says another. */
final class Carrier {

    private static final String CHOICE = "carrier";
    /** Where registries have them; a mirror's copies may have these names too. */
    private static final Map<RouterKind, String> IMAGES = Map.of(
            RouterKind.HAPROXY, "docker.io/library/haproxy:3.0",
            RouterKind.NGINX, "docker.io/library/nginx:1.28",
            RouterKind.CADDY, "docker.io/library/caddy:2.10");

    private final Containers containers;
    private final ContainerImages images;
    private final RouterFiles files;
    private final Premises premises;
    private final SharedRouter shared;

    /** @param lock a file of this machine */
    Carrier(Containers containers, ContainerImages images, Premises premises, Path lock) {
        this.containers = containers;
        this.images = images;
        this.premises = premises;
        this.files = premises.router();
        this.shared = new SharedRouter(this::made, lock, new Object());
    }

    /** Has another carry the requests, as long as nobody does yet. */
    void use(Optional<String> name) {
        RouterKind next = name.map(
                        named -> RouterKind.of(named)
                                .orElseThrow(
                                        () -> new RoutingException(
                                                "router: none leaves nobody to open the published port on a container host; take haproxy, nginx or caddy.")))
                .orElse(RouterKind.HAPROXY);
        shared.alone(() -> {
            use(next);
            return true;
        });
    }

    private void use(RouterKind next) {
        RouterKind before = chosen();
        if (next != before && site(before).running().isPresent()) {
            throw new RoutingException(
                    "The requests of this environment are carried by %s, and the app spec asks for %s; destroy the environment to change that."
                            .formatted(before.specName(), next.specName()));
        }
        if (next != before || files.read(CHOICE).isEmpty()) {
            images.pinned(image(next));
            site(before).remove();
            files.write(CHOICE, next.specName());
        }
    }

    void remove() {
        shared.destroy();
    }

    Router router() {
        return shared;
    }

    private Router made() {
        RouterKind chosen = chosen();
        return new OpeningRouter(Routers.of(chosen, site(chosen)), premises);
    }

    private RouterKind chosen() {
        return files.read(CHOICE).flatMap(RouterKind::of).orElse(RouterKind.HAPROXY);
    }

    private ContainerSite site(RouterKind kind) {
        return new ContainerSite(containers, files, () -> images.pinned(image(kind)));
    }

    private static String image(RouterKind kind) {
        return Optional.ofNullable(IMAGES.get(kind)).orElseThrow();
    }
}
