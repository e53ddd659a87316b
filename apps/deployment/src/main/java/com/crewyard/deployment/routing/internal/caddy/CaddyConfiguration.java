package com.crewyard.deployment.routing.internal.caddy;

import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.internal.accesslog.Ledger;
import com.crewyard.deployment.routing.internal.site.Farewell;
import com.crewyard.deployment.routing.internal.site.RouteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ports and routes of a table as Caddy's own JSON, for 2.6 and later. Which instance a request goes to is not in it: each request looks
 * that up in a {@link DrawTable}, so that a change of instances and weights needs no other configuration.
 */
record CaddyConfiguration(RouterSite site, RoutingTable table, long generation) {

    static final String ADMIN = "admin.sock";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BODY_KEPT = "crewyard.body-kept";
    private static final String LENGTH = "Content-Length";
    private static final String BELOW_A_MEGABYTE = "^\\d{1,6}$";
    private static final String CONNECTION_REFUSED = "^dial ";
    private static final String NOWHERE = "No service of this environment has routes for this address.";

    String text() {
        Map<String, Object> servers = new LinkedHashMap<>();
        table.listeners().forEach(listener -> servers.put("port-" + listener.port(), server(listener)));
        return JSON.writeValueAsString(Map.of(
                "admin", Map.of("listen", "unix/" + site.path(ADMIN), "config", Map.of("persist", false)),
                "storage", Map.of("module", "file_system", "root", site.path("storage")),
                "logging", Map.of("logs", Map.of("default", Map.of("level", "WARN"), "counts", log())),
                "apps", Map.of("http", Map.of("servers", servers))));
    }

    private Map<String, Object> log() {
        Map<String, Object> dropped = new LinkedHashMap<>();
        for (String field : List.of("request", "resp_headers", "level", "logger", "msg", "ts", "size")) {
            dropped.put(field, Map.of("filter", "delete"));
        }
        return Map.of(
                "level",
                "INFO",
                "include",
                List.of("http.log.access"),
                "encoder",
                Map.of("format", "filter", "wrap", Map.of("format", "json"), "fields", dropped),
                "writer",
                Map.of(
                        "output",
                        "file",
                        "filename",
                        site.path(Ledger.log(generation)),
                        "roll",
                        true,
                        "roll_size_mb",
                        100,
                        "roll_keep",
                        1));
    }

    private Map<String, Object> server(Listener listener) {
        List<Object> routes = new ArrayList<>();
        routes.add(Map.of(
                "match",
                List.of(Map.of("file", Map.of("root", site.path(""), "try_files", List.of(Farewell.file(generation))))),
                "handle",
                List.of(Map.of(
                        "handler",
                        "headers",
                        "response",
                        Map.of("deferred", true, "set", Map.of("Connection", List.of("close")))))));
        routes.add(keepBody());
        // Placeholders are read when they are used. The log has no field for who answered, but one for the name of
        // somebody who
        // logged in; nobody does here, so it tells the instance and the milliseconds until its answer began.
        routes.add(Map.of(
                "handle",
                List.of(
                        placeholders("{http.request.uuid}", "^(..).*$", List.of("{crewyard.bucket}")),
                        placeholders(
                                "{http.matchers.file.relative}",
                                "^.*/([^/-]+)-([^/-]+)$",
                                List.of("{crewyard.first}", "{crewyard.second}")),
                        placeholders(
                                "{http.reverse_proxy.upstream.hostport}|{http.reverse_proxy.upstream.latency_ms}",
                                "^(.*)$",
                                List.of("{http.auth.user.id}")))));
        for (Route route : RouteOrder.mostExactFirst(listener.routes())) {
            routes.addAll(routes(route, listener.scheme()));
        }
        routes.add(Map.of("handle", List.of(answer(404, NOWHERE))));
        return Map.of(
                "listen",
                site.addresses().stream()
                        .map(address -> (address.contains(":") ? "[" + address + "]" : address) + ":" + listener.port())
                        .toList(),
                "automatic_https",
                Map.of("disable", true),
                "logs",
                Map.of(),
                "routes",
                routes,
                "errors",
                failures(listener.scheme()));
    }

    /**
     * A failed connection closes the body, after which nobody else can be sent it. Whoever asks for the body as a placeholder
     * has Caddy put a copy in memory in its place, which nothing closes. What has no length may have no end, but for a
     * {@code DELETE}, which has no body then.
     */
    private static Map<String, Object> keepBody() {
        Map<String, Object> small = Map.of("header_regexp", Map.of(LENGTH, Map.of("pattern", BELOW_A_MEGABYTE)));
        Map<String, Object> none =
                Map.of("method", List.of("DELETE"), "not", List.of(Map.of("header", Map.of(LENGTH, List.of("*")))));
        return Map.of(
                "match",
                List.of(small, none),
                "handle",
                List.of(Map.of("handler", "vars", "crewyard.body", "{http.request.body}", BODY_KEPT, "yes")));
    }

    private List<Object> routes(Route route, String scheme) {
        Map<String, Object> match = new LinkedHashMap<>();
        if (!route.host().equals(Route.ANY_HOST)) {
            match.put("host", List.of(route.host()));
        }
        String path = RouteOrder.withoutEnd(route.path());
        if (!path.isEmpty()) {
            match.put("path", List.of(path, path + "/*"));
        }
        Map<String, Object> found = new LinkedHashMap<>(match);
        found.put(
                "file",
                Map.of(
                        "root",
                        site.path(DrawTable.CURRENT),
                        "try_files",
                        List.of("/%s/{crewyard.bucket}/*".formatted(route.service()))));
        Map<String, Object> nobody = new LinkedHashMap<>();
        if (!match.isEmpty()) {
            nobody.put("match", List.of(match));
        }
        nobody.put("terminal", true);
        nobody.put(
                "handle",
                List.of(answer(503, "No instance of %s takes requests now; try again.".formatted(route.service()))));
        // Twice, for the table may be switched between the finding of a file and the look at it.
        Map<String, Object> draw = Map.of(
                "match", List.of(found), "terminal", true, "handle", List.of(carry("{crewyard.first}", "0s", scheme)));
        return List.of(draw, draw, nobody);
    }

    /** No {@code flush_interval} of -1: with it, Caddy 2.6 ends requests under way when the configuration changes. */
    private static Map<String, Object> carry(String instance, String patience, String scheme) {
        return Map.of(
                "handler",
                "reverse_proxy",
                "upstreams",
                List.of(Map.of("dial", instance)),
                "load_balancing",
                Map.of("try_duration", patience, "try_interval", "50ms"),
                "headers",
                Map.of(
                        "request",
                        Map.of(
                                "set",
                                Map.of(
                                        "X-Forwarded-Host",
                                        List.of("{http.request.hostport}"),
                                        "X-Forwarded-Proto",
                                        List.of(scheme)))),
                "transport",
                Map.of("protocol", "http", "dial_timeout", "2s", "keep_alive", Map.of("enabled", false)));
    }

    private static Map<String, Object> placeholders(String source, String pattern, List<String> names) {
        List<String> groups = IntStream.rangeClosed(1, names.size())
                .mapToObj(group -> "$" + group)
                .toList();
        return Map.of(
                "handler",
                "map",
                "source",
                source,
                "destinations",
                names,
                "mappings",
                List.of(Map.of("input_regexp", pattern, "outputs", groups)));
    }

    /**
     * The second instance of the draw serves whoever asked safely and got nothing, and whose body was kept while the first was
     * not even connected to.
     */
    private static Map<String, Object> failures(String scheme) {
        Map<String, Object> safe = Map.of("method", List.of("GET", "HEAD", "OPTIONS", "TRACE"));
        Map<String, Object> notSent = Map.of(
                "vars",
                Map.of(BODY_KEPT, List.of("yes")),
                "vars_regexp",
                Map.of("{http.error.message}", Map.of("pattern", CONNECTION_REFUSED)));
        return Map.of(
                "routes",
                List.of(
                        Map.of(
                                "match",
                                List.of(safe, notSent),
                                "terminal",
                                true,
                                "handle",
                                List.of(carry("{crewyard.second}", "5s", scheme))),
                        Map.of(
                                "handle",
                                List.of(Map.of(
                                        "handler", "static_response",
                                        "status_code", "{http.error.status_code}",
                                        "body", "The instance did not answer.")))));
    }

    private static Map<String, Object> answer(int status, String sentence) {
        return Map.of("handler", "static_response", "status_code", status, "body", sentence);
    }
}
