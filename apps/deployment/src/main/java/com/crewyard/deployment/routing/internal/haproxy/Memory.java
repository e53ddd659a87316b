package com.crewyard.deployment.routing.internal.haproxy;

import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an engine that takes over has to know of the proxy.
 *
 * @param table the last that was decided
 * @param inForce whether the proxy follows it; false while it is being told, and when that was broken off
 * @param servers given to the proxy so far, those that are gone included, by which its counters are told apart
 * @param seen the last statistics of each worker process, by its id; those of servers that were deleted under {@link #DELETED}
 * @param times how fast servers answered, alike; a worker that deletes a server keeps its times
 */
record Memory(
        RoutingTable table,
        boolean inForce,
        List<Server> servers,
        Map<String, List<Statistics>> seen,
        Map<String, ResponseTimes> times) {

    static final String DELETED = "deleted";

    private static final String FILE = "router.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REMEMBERED = 400;

    Memory {
        servers = List.copyOf(servers.subList(Math.max(0, servers.size() - REMEMBERED), servers.size()));
        seen = Map.copyOf(seen);
        times = times == null ? Map.of() : Map.copyOf(times); // engines before did not know them
    }

    static Memory of(RouterSite site) {
        return site.read(FILE)
                .map(text -> JSON.readValue(text, Memory.class))
                .orElseGet(() ->
                        new Memory(new RoutingTable(0, List.of(), List.of()), false, List.of(), Map.of(), Map.of()));
    }

    Memory keep(RouterSite site) {
        site.write(FILE, JSON.writeValueAsString(this));
        return this;
    }

    /** With the servers of a table that is about to be told. */
    Memory deciding(RoutingTable next) {
        Map<String, Server> known = new LinkedHashMap<>();
        servers.forEach(server -> known.put(server.path(), server));
        Server.of(next).forEach(server -> {
            known.remove(server.path());
            known.put(server.path(), server);
        });
        return new Memory(next, false, List.copyOf(known.values()), seen, times);
    }

    Memory told() {
        return new Memory(table, true, servers, seen, times);
    }

    Memory seen(String worker, Look look) {
        Map<String, List<Statistics>> next = new HashMap<>(seen);
        next.put(worker, look.statistics());
        Map<String, ResponseTimes> nextTimes = new HashMap<>(times);
        nextTimes.put(worker, look.times());
        return new Memory(table, inForce, servers, next, nextTimes);
    }

    /** With what processes counted that are no more in one sum. */
    Memory without(Set<String> alive) {
        Map<String, List<Statistics>> next = new HashMap<>(seen);
        Map<String, ResponseTimes> nextTimes = new HashMap<>(times);
        seen.forEach((worker, rows) -> {
            if (!worker.equals(DELETED) && !alive.contains(worker)) {
                next.remove(worker);
                next.put(DELETED, added(next.getOrDefault(DELETED, List.of()), ended(rows)));
                ResponseTimes ended =
                        Optional.ofNullable(nextTimes.remove(worker)).orElse(ResponseTimes.NONE);
                nextTimes.merge(DELETED, ended.of(servers), ResponseTimes::plus);
            }
        });
        return new Memory(table, inForce, servers, next, nextTimes);
    }

    /** The proxy forgets whom it deletes; what it counted for them is kept. */
    Memory deleted(String worker, List<Statistics> gone) {
        if (gone.isEmpty()) {
            return this;
        }
        Set<String> paths = gone.stream().map(Statistics::path).collect(Collectors.toSet());
        Map<String, List<Statistics>> next = new HashMap<>(seen);
        next.computeIfPresent(
                worker,
                (_, rows) ->
                        rows.stream().filter(row -> !paths.contains(row.path())).toList());
        next.put(DELETED, added(next.getOrDefault(DELETED, List.of()), ended(gone)));
        return new Memory(table, inForce, servers, next, times);
    }

    /** How fast servers answered, in all processes. */
    ResponseTimes allTimes() {
        return times.values().stream().reduce(ResponseTimes.NONE, ResponseTimes::plus);
    }

    /** What all processes counted for a server, with what is open in those that live. */
    Statistics total(String backend, String server, Set<String> alive) {
        Statistics total = Statistics.none(backend, server);
        for (Map.Entry<String, List<Statistics>> entry : seen.entrySet()) {
            for (Statistics row : entry.getValue()) {
                if (row.backend().equals(backend) && row.server().equals(server)) {
                    total = total.plus(alive.contains(entry.getKey()) ? row : row.ended());
                }
            }
        }
        return total;
    }

    private static List<Statistics> ended(List<Statistics> rows) {
        return rows.stream().map(Statistics::ended).toList();
    }

    private static List<Statistics> added(List<Statistics> before, List<Statistics> more) {
        List<Statistics> rows = new ArrayList<>(before);
        for (Statistics row : more) {
            rows.stream()
                    .filter(known -> known.path().equals(row.path()))
                    .findFirst()
                    .ifPresentOrElse(known -> rows.set(rows.indexOf(known), known.plus(row)), () -> rows.add(row));
        }
        return rows.subList(Math.max(0, rows.size() - REMEMBERED), rows.size());
    }
}
