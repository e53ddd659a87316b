package com.crewyard.deployment.routing.internal.caddy;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RouterSite.Ran;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.internal.site.Addresses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which instance a request goes to, as names of files that Caddy looks for with each request: of every service a folder for each of 256
 * draws, {@code web/a7/127.0.0.1:9000-127.0.0.1:9001}, with the instance that is asked and the one that stands in. The draw is the
 * beginning of the request's random id. A symbolic link says which table is in force, and renaming one over it (rename(2)) switches all
 * of it at once. Caddy has no weights before 2.8, and each new configuration costs connections and every WebSocket.
 */
record DrawTable(RouterSite site) {

    static final String CURRENT = "table";

    private static final int DRAWS = 256;

    void publish(RoutingTable table) {
        StringBuilder script = new StringBuilder("""
                set -e
                cd '%1$s'
                rm -rf tables/%2$d
                mkdir -p tables/%2$d
                cd tables/%2$d
                """.formatted(site.path(""), table.version()));
        for (Backend backend : table.backends()) {
            files(backend)
                    .forEach((file, draws) ->
                            script.append("for draw in %1$s; do mkdir -p %2$s/$draw; : > %2$s/$draw/%3$s; done%n"
                                    .formatted(String.join(" ", draws), backend.service(), file)));
        }
        script.append("""
                cd ../..
                ln -sfn tables/%1$d next-table
                mv -T next-table %2$s
                ls tables | sort -n | head -n -3 | while read -r old; do rm -rf "tables/$old"; done
                """.formatted(table.version(), CURRENT));
        Ran ran = site.run(List.of("sh", "-c", script.toString()));
        if (ran.exitCode() != 0) {
            throw new RoutingException("The routes of Caddy in %s cannot be written: %s."
                    .formatted(site.path(""), ran.said().strip()));
        }
    }

    /** @param end where the draws end that it has, between 0 and 1 */
    private record Taker(Share share, Endpoint endpoint, double end) {}

    /** The draws of each file, at least one for whoever has weight. */
    private static Map<String, List<String>> files(Backend backend) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        List<Taker> takers = takers(backend);
        int drawn = 0;
        for (int i = 0; i < takers.size(); i++) {
            Taker first = takers.get(i);
            List<Taker> standIns = standIns(first, takers);
            int last = Math.min(
                    DRAWS - (takers.size() - i - 1), Math.max(drawn + 1, (int) Math.round(first.end() * DRAWS)));
            for (; drawn < last; drawn++) {
                Taker second = standIns.get(drawn % standIns.size());
                files.computeIfAbsent(
                                "%s-%s".formatted(Addresses.of(first.endpoint()), Addresses.of(second.endpoint())),
                                _ -> new ArrayList<>())
                        .add("%02x".formatted(drawn));
            }
        }
        return files;
    }

    private static List<Taker> takers(Backend backend) {
        List<Taker> takers = new ArrayList<>();
        double end = 0;
        for (Share share : backend.shares()) {
            for (Endpoint endpoint : share.weight() == 0 ? List.<Endpoint>of() : share.endpoints()) {
                end += (double) share.weight() / share.endpoints().size() / backend.totalWeight();
                takers.add(new Taker(share, endpoint, end));
            }
        }
        return takers;
    }

    /** Of another release where there is one: what ends an instance of a release seldom ends that one alone. */
    private static List<Taker> standIns(Taker first, List<Taker> takers) {
        Predicate<Taker> isOther = taker -> !taker.equals(first);
        return Stream.of(isOther.and(taker -> !taker.share().equals(first.share())), isOther, (Predicate<Taker>)
                        _ -> true)
                .map(wanted -> takers.stream().filter(wanted).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
