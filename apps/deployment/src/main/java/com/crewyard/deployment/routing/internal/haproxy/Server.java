package com.crewyard.deployment.routing.internal.haproxy;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.routing.internal.site.Addresses;
import com.crewyard.deployment.routing.internal.site.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * A server of a proxy's backend, under the name of its instance.
 *
 * @param backend the proxy's, not ours: a service with WebSockets has two
 * @param host a number
 * @param weight 0 to {@link #HEAVIEST}
 */
record Server(String backend, String service, SlotRef slot, String name, String host, int port, int weight) {

    static final int HEAVIEST = 256;

    /** Added to a service's name for the backend that its WebSockets go to, so that they are counted apart. */
    static final String WEBSOCKETS = ":ws";

    /** A server whose connection fails gets nothing more until a connection made to try it succeeds. */
    static final String CHECK =
            "check inter 1s fastinter 200ms fall 2 rise 1 observe layer4 error-limit 1 on-error mark-down";

    static List<Server> of(RoutingTable table) {
        List<Server> servers = new ArrayList<>();
        for (Backend backend : table.backends()) {
            servers.addAll(of(backend, backend.service()));
            if (backend.websocket()) {
                servers.addAll(of(backend, backend.service() + WEBSOCKETS));
            }
        }
        return servers;
    }

    boolean websockets() {
        return backend.endsWith(WEBSOCKETS);
    }

    String path() {
        return backend + "/" + name;
    }

    String options() {
        return "%s:%d weight %d %s".formatted(host, port, weight, CHECK);
    }

    private static List<Server> of(Backend backend, String name) {
        List<Share> shares = backend.shares().stream()
                .filter(share -> !share.endpoints().isEmpty())
                .toList();
        List<Integer> weights = Weights.whole(
                shares.stream()
                        .map(share ->
                                (double) share.weight() / share.endpoints().size())
                        .toList(),
                HEAVIEST);
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            for (Endpoint endpoint : shares.get(i).endpoints()) {
                servers.add(new Server(
                        name,
                        backend.service(),
                        shares.get(i).slot(),
                        endpoint.instance(),
                        Addresses.host(endpoint),
                        endpoint.port(),
                        weights.get(i)));
            }
        }
        return servers;
    }
}
