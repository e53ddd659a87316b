package com.crewyard.deployment.routing.internal.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the servers of a running proxy to where they should be. New ones come without weight; then all weights change at once, those
 * that rise first, so that at no moment nobody has any. Who is not wanted any more is deleted once it has nothing open.
 */
record Change(Runtime runtime, List<Server> wanted) {

    /** @return whose deletion was carried out, with their last statistics */
    List<Statistics> carryOut() {
        Map<String, Statistics> before = present();
        for (Server server : wanted) {
            if (before.containsKey(server.path())) {
                move(server);
            } else {
                add(server);
            }
        }
        Map<String, Integer> weights = wanted.stream().collect(Collectors.toMap(Server::path, Server::weight));
        Map<String, Statistics> now = present();
        runtime.orderAtOnce(Stream.concat(weigh(now, weights, true), weigh(now, weights, false))
                .toList());
        List<Statistics> deleted = new ArrayList<>();
        for (Statistics row : now.values()) {
            if (!weights.containsKey(row.path()) && row.open() == 0) {
                delete(row, deleted);
            }
        }
        return deleted;
    }

    private Map<String, Statistics> present() {
        return runtime.statistics().stream()
                .filter(row -> !row.server().equals(HaproxyConfiguration.WAITING))
                .collect(Collectors.toMap(Statistics::path, Function.identity()));
    }

    private void add(Server server) {
        runtime.order(List.of(
                "add server %s %s:%d weight 0 %s".formatted(server.path(), server.host(), server.port(), Server.CHECK),
                "enable health " + server.path(),
                "set server %s state ready".formatted(server.path())));
    }

    /** The name of an instance may come back at another address, after a start elsewhere. */
    private void move(Server server) {
        runtime.order(List.of(
                "set server %s addr %s port %d".formatted(server.path(), server.host(), server.port()),
                "set server %s state ready".formatted(server.path())));
    }

    private static Stream<String> weigh(Map<String, Statistics> now, Map<String, Integer> weights, boolean rising) {
        return now.values().stream()
                .filter(row -> {
                    int weight = weights.getOrDefault(row.path(), 0);
                    return rising ? weight > row.weight() : weight < row.weight();
                })
                .map(row -> "set server %s weight %d".formatted(row.path(), weights.getOrDefault(row.path(), 0)));
    }

    /** A request that came before its weight was taken may have begun since: then it is deleted another time. */
    private void delete(Statistics row, List<Statistics> deleted) {
        runtime.order(List.of("set server %s state maint".formatted(row.path())));
        runtime.delete(row.path())
                .ifPresentOrElse(
                        deleted::add, () -> runtime.order(List.of("set server %s state ready".formatted(row.path()))));
    }
}
