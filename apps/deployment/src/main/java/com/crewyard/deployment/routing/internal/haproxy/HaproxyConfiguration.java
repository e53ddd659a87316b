package com.crewyard.deployment.routing.internal.haproxy;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.internal.site.RouteOrder;
import java.util.List;

/** Ports, routes and servers of a table as HAProxy's configuration, for 2.6 and later. */
record HaproxyConfiguration(RouterSite site, RoutingTable table) {

    static final String RUNTIME = "runtime.sock";

    /** The server that stands in while nobody has weight: its connections fail, and are tried again each second. */
    static final String WAITING = "waiting-room";

    private static final String NOWHERE = "nowhere:";

    /** All of it, to start with. */
    String text() {
        return skeleton() + backends(Server.of(table));
    }

    /** What cannot be changed while the proxy runs; equal skeletons need no reload. */
    String skeleton() {
        StringBuilder text = new StringBuilder("""
                global
                    stats socket %s mode 600 level admin expose-fd listeners
                    hard-stop-after 1d

                defaults
                    mode http
                    timeout connect 2s
                    timeout check 2s
                    timeout client 75s
                    timeout server 300s
                    timeout queue 10s
                    timeout http-request 10s
                    timeout http-keep-alive 75s
                    timeout tunnel 1d
                    # What could not be connected is tried elsewhere; what was sent, only if it is safe (RFC 9110, section 9.2.1).
                    retries 10
                    option redispatch 1
                    retry-on conn-failure empty-response
                    # No request meets a connection that the instance is about to close.
                    option http-server-close
                    # Nor a client one that a reload closes.
                    option idle-close-on-response
                """.formatted(site.path(RUNTIME)));
        table.listeners().forEach(listener -> frontend(text, listener));
        text.append("""

                backend %s
                    http-request return status 404 content-type text/plain string "No service of this environment has routes for this address."
                """.formatted(NOWHERE));
        table.backends()
                .forEach(backend -> text.append("# service %s%s\n"
                        .formatted(backend.service(), backend.websocket() ? " with WebSockets" : "")));
        return text.toString();
    }

    private void frontend(StringBuilder text, Listener listener) {
        text.append("\nfrontend port-%d\n".formatted(listener.port()));
        for (String address : site.addresses()) {
            text.append("    bind %s:%d\n".formatted(address, listener.port()));
        }
        text.append("    http-request set-header X-Forwarded-Proto %s\n".formatted(listener.scheme()));
        text.append("""
                    http-request set-header X-Forwarded-Host %[req.hdr(host)]
                    option forwardfor
                    acl safe method GET HEAD OPTIONS TRACE
                    http-request disable-l7-retry unless safe
                    acl websocket req.hdr(Upgrade) -i websocket
                """);
        text.append(ResponseTimes.BEGUN);
        List<Route> routes = RouteOrder.mostExactFirst(listener.routes());
        for (int i = 0; i < routes.size(); i++) {
            route(text, i, routes.get(i));
        }
        text.append("    default_backend %s\n".formatted(NOWHERE));
    }

    private void route(StringBuilder text, int number, Route route) {
        String path = RouteOrder.withoutEnd(route.path());
        String condition = "path-%d".formatted(number);
        if (path.isEmpty()) {
            text.append("    acl %s always_true\n".formatted(condition));
        } else {
            text.append("    acl %1$s path %2$s\n    acl %1$s path_beg %2$s/\n".formatted(condition, path));
        }
        if (!route.host().equals(Route.ANY_HOST)) {
            boolean wild = route.host().startsWith("*.");
            text.append("    acl host-%d req.hdr(host),field(1,:),lower -m %s %s\n"
                    .formatted(
                            number,
                            wild ? "end" : "str",
                            (wild ? route.host().substring(1) : route.host()).toLowerCase(java.util.Locale.ROOT)));
            condition = "host-%d %s".formatted(number, condition);
        }
        if (table.backend(route.service()).map(Backend::websocket).orElse(false)) {
            text.append(
                    "    use_backend %s%s if websocket %s\n".formatted(route.service(), Server.WEBSOCKETS, condition));
        }
        text.append("    use_backend %s if %s\n".formatted(route.service(), condition));
    }

    private String backends(List<Server> servers) {
        StringBuilder text = new StringBuilder();
        for (Backend backend : table.backends()) {
            backend(text, backend.service(), servers);
            if (backend.websocket()) {
                backend(text, backend.service() + Server.WEBSOCKETS, servers);
            }
        }
        return text.toString();
    }

    /** Port 9, discard, of the machine itself: nobody listens there, and when somebody does, it answers nothing. */
    private static void backend(StringBuilder text, String name, List<Server> servers) {
        text.append("\nbackend %s\n    balance roundrobin\n".formatted(name));
        text.append(ResponseTimes.COUNTED);
        text.append("    server %s 127.0.0.1:9 backup\n".formatted(WAITING));
        for (Server server : servers) {
            if (server.backend().equals(name)) {
                text.append("    server %s %s\n".formatted(server.name(), server.options()));
            }
        }
    }
}
