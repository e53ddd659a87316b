package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A router whose machine may be far away and have a firewall: its ports are opened once they are served, and what was cut off is done
 * again from its beginning, as after a crash.
 *
 * @param router what carries the requests
 */
record OpeningRouter(Router router, Premises premises) implements Router {

    private static final int MOST_ATTEMPTS = 4;

    @Override
    public void apply(RoutingTable table) {
        persistently(() -> {
            router.apply(table);
            return true;
        });
        premises.open(table.listeners().stream().collect(Collectors.toMap(Listener::port, OpeningRouter::names)));
    }

    private static <T> T persistently(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (CutOffException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Set<String> names(Listener listener) {
        return listener.routes().stream()
                .map(Route::host)
                .filter(host -> !host.equals(Route.ANY_HOST))
                .collect(Collectors.toSet());
    }

    @Override
    public void drain(SlotRef slot, Drain drain) {
        persistently(() -> {
            router.drain(slot, drain);
            return true;
        });
    }

    @Override
    public Counters counters() {
        return persistently(router::counters);
    }

    @Override
    public Capabilities capabilities() {
        return router.capabilities();
    }

    @Override
    public void destroy() {
        persistently(() -> {
            router.destroy();
            return true;
        });
    }
}
