package com.crewyard.deployment.routing.internal.nginx;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.internal.accesslog.Ledger;
import com.crewyard.deployment.routing.internal.site.Addresses;
import com.crewyard.deployment.routing.internal.site.Farewell;
import com.crewyard.deployment.routing.internal.site.RouteOrder;
import com.crewyard.deployment.routing.internal.site.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ports, routes and instances of a table as nginx's configuration, for 1.20 and later.
 *
 * @param user whom workers run as when the master is root, so that they may look into the folder
 */
record NginxConfiguration(RouterSite site, RoutingTable table, long generation, String user) {

    private static final int HEAVIEST = 100;
    private static final int LEAVE = 418;

    /** Where workers of a generation tell which it is; those of the next do not listen there. */
    static String socket(long generation) {
        return "admin-%d.sock".formatted(generation);
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                %sdaemon off;
                worker_processes auto;
                pid nginx.pid;
                error_log stderr warn;
                events {
                    worker_connections 4096;
                }
                http {
                    log_format counts "$status|$upstream_addr|$upstream_header_time";
                    access_log %s counts;
                    client_body_temp_path temporary;
                    proxy_temp_path temporary;
                    fastcgi_temp_path temporary;
                    uwsgi_temp_path temporary;
                    scgi_temp_path temporary;
                    server_tokens off;
                    client_max_body_size 0;
                    keepalive_timeout 75s;
                    map $http_upgrade $connection_kind {
                        default upgrade;
                        '' close;
                    }
                    # Connections to instances serve one request each: none meets one that the instance is about to close.
                    proxy_http_version 1.1;
                    proxy_set_header Connection $connection_kind;
                    proxy_set_header Upgrade $http_upgrade;
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    proxy_set_header X-Forwarded-Host $http_host;
                    proxy_set_header X-Forwarded-Proto $asked_by;
                    proxy_buffering off;
                    proxy_connect_timeout 2s;
                    proxy_next_upstream error timeout;
                    server {
                        listen unix:%s;
                        access_log off;
                        location / {
                            return 200 "%d";
                        }
                    }
                """.formatted(
                        user.isEmpty() ? "" : "user " + user + ";\n",
                        site.path(Ledger.log(generation)),
                        site.path(socket(generation)),
                        generation));
        table.backends().forEach(backend -> upstream(text, backend));
        table.listeners().forEach(listener -> servers(text, listener));
        return text.append("}\n").toString();
    }

    private void upstream(StringBuilder text, Backend backend) {
        if (backend.totalWeight() == 0) {
            return; // nginx refuses a group without a member
        }
        text.append("    upstream %1$s {\n        zone %1$s 256k;\n".formatted(name(backend.service())));
        List<Share> shares = backend.shares().stream()
                .filter(share -> !share.endpoints().isEmpty())
                .toList();
        List<Integer> weights = Weights.whole(
                shares.stream()
                        .map(share ->
                                (double) share.weight() / share.endpoints().size())
                        .toList(),
                HEAVIEST);
        for (int i = 0; i < shares.size(); i++) {
            for (Endpoint endpoint : shares.get(i).endpoints()) {
                if (weights.get(i) > 0) {
                    text.append("        server %s weight=%d max_fails=1 fail_timeout=1s;\n"
                            .formatted(Addresses.of(endpoint), weights.get(i)));
                }
            }
        }
        text.append("    }\n");
    }

    /** nginx chooses the host by name and then the longest path, so each host is given all that may serve it. */
    private void servers(StringBuilder text, Listener listener) {
        List<String> hosts = Stream.concat(
                        Stream.of(Route.ANY_HOST), listener.routes().stream().map(Route::host))
                .distinct()
                .toList();
        for (String host : hosts) {
            boolean any = host.equals(Route.ANY_HOST);
            text.append("    server {\n");
            for (String address : site.addresses()) {
                text.append("        listen %s:%d%s;\n"
                        .formatted(
                                address.contains(":") ? "[" + address + "]" : address,
                                listener.port(),
                                any ? " default_server" : ""));
            }
            text.append("        server_name %s;\n        set $asked_by %s;\n"
                    .formatted(any ? "_" : host, listener.scheme()));
            List<Route> routes = HostRoutes.of(host, listener.routes());
            routes.forEach(route -> locations(text, route));
            if (routes.stream().noneMatch(route -> route.path().equals("/"))) {
                text.append("        location / {\n            return 404;\n        }\n");
            }
            routes.stream()
                    .map(Route::service)
                    .distinct()
                    .flatMap(service -> table.backend(service).stream())
                    .filter(backend -> backend.totalWeight() > 0)
                    .forEach(backend ->
                            text.append("        location @leave-%s {\n            keepalive_timeout 0;\n%s        }\n"
                                    .formatted(backend.service(), carry(backend))));
            text.append("    }\n");
        }
    }

    private void locations(StringBuilder text, Route route) {
        Backend backend = table.backend(route.service()).orElseThrow();
        String content = backend.totalWeight() == 0
                ? "            return 503;\n"
                : """
                              error_page %1$d = @leave-%2$s;
                              if (-f "%3$s") {
                                  return %1$d;
                              }
                  %4$s""".formatted(LEAVE, backend.service(), site.path(Farewell.file(generation)), carry(backend));
        String path = RouteOrder.withoutEnd(route.path());
        List<String> locations = new ArrayList<>(List.of(path + "/"));
        if (!path.isEmpty()) {
            locations.add("= " + path);
        }
        locations.forEach(location -> text.append("        location %s {\n%s        }\n".formatted(location, content)));
    }

    private static String carry(Backend backend) {
        return "            proxy_read_timeout %s;\n            proxy_pass http://%s;\n"
                .formatted(backend.websocket() ? "1d" : "300s", name(backend.service()));
    }

    private static String name(String service) {
        return "service-" + service;
    }
}
