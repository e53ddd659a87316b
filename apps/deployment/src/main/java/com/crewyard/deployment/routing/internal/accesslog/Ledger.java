package com.crewyard.deployment.routing.internal.accesslog;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.internal.site.Addresses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an engine that takes over has to know of a router that writes an access log, one file for each of its configurations.
 *
 * @param table the last that was decided
 * @param inForce whether the router follows it; false while it is being told, and when that was broken off
 * @param generation of the configuration, which its log and its other files are named after
 * @param tallies by instance, the latest last, those of gone instances included
 * @param read how many bytes of each log have been counted
 * @param refused requests that no instance was asked for
 */
public record Ledger(
        RoutingTable table,
        boolean inForce,
        long generation,
        List<Tally> tallies,
        Map<String, Long> read,
        long refused) {

    private static final String FILE = "router.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REMEMBERED = 200;
    /** Former configurations go on writing as long as something they began is open. */
    private static final int LOGS = 20;

    public Ledger {
        tallies = List.copyOf(tallies.subList(Math.max(0, tallies.size() - REMEMBERED), tallies.size()));
        read = new LinkedHashMap<>(read);
    }

    public static Ledger of(RouterSite site) {
        return site.read(FILE)
                .map(text -> JSON.readValue(text, Ledger.class))
                .orElseGet(
                        () -> new Ledger(new RoutingTable(0, List.of(), List.of()), false, 0, List.of(), Map.of(), 0));
    }

    public Ledger keep(RouterSite site) {
        site.write(FILE, JSON.writeValueAsString(this));
        return this;
    }

    public static String log(long generation) {
        return "access-%d.log".formatted(generation);
    }

    /** With a table that is about to be told, in the next configuration. */
    public Ledger deciding(RouterSite site, RoutingTable next) {
        Map<String, Long> logs = new LinkedHashMap<>(read);
        logs.put(log(generation + 1), 0L);
        while (logs.size() > LOGS) {
            String oldest = logs.keySet().iterator().next();
            site.rename(oldest, "past.log");
            logs.remove(oldest);
        }
        return new Ledger(next, false, generation + 1, known(next), logs, refused);
    }

    /** With a table that is about to be told, in the same configuration. */
    public Ledger deciding(RoutingTable next) {
        return new Ledger(next, false, generation, known(next), read, refused);
    }

    public Ledger told() {
        return new Ledger(table, true, generation, tallies, read, refused);
    }

    /** With all that was written down since the last look; what is written meanwhile is left to the next, so that a look has an end. */
    public Ledger counted(RouterSite site, Function<String, Optional<Entry>> reader) {
        Map<String, Long> offsets = new LinkedHashMap<>();
        List<Tally> counted = new ArrayList<>(tallies);
        long more = 0;
        for (Map.Entry<String, Long> log : read.entrySet()) {
            long size = site.size(log.getKey());
            long offset = log.getValue() > size ? 0 : log.getValue();
            while (offset < size) {
                String text = new String(site.readFrom(log.getKey(), offset), StandardCharsets.ISO_8859_1);
                int end = text.lastIndexOf('\n') + 1;
                if (end == 0) {
                    break;
                }
                for (String line : text.substring(0, end).split("\n", -1)) {
                    more += reader.apply(line)
                            .map(entry -> count(entry, counted))
                            .orElse(0);
                }
                offset += end;
            }
            offsets.put(log.getKey(), offset);
        }
        return new Ledger(table, inForce, generation, counted, offsets, refused + more);
    }

    /** @param open requests and WebSockets under way, by address */
    public Counters counters(ToLongFunction<String> open) {
        return new Counters(
                0,
                Duration.ZERO,
                refused,
                tallies.stream()
                        .map(tally -> tally.counters(open.applyAsLong(tally.address())))
                        .toList());
    }

    /** 1 when it was refused, and else 0. The latest instance at an address is the one that is meant. */
    private static int count(Entry entry, List<Tally> tallies) {
        for (int i = 0; i < entry.attempts().size(); i++) {
            Entry.Attempt attempt = entry.attempts().get(i);
            boolean last = i == entry.attempts().size() - 1;
            for (int j = tallies.size() - 1; j >= 0; j--) {
                if (tallies.get(j).address().equals(attempt.address())) {
                    Tally tally = tallies.get(j);
                    tallies.set(j, last ? tally.ended(entry.status(), attempt) : tally.tried());
                    break;
                }
            }
        }
        return entry.refused() ? 1 : 0;
    }

    private List<Tally> known(RoutingTable next) {
        List<Tally> known = new ArrayList<>(tallies);
        for (Backend backend : next.backends()) {
            for (Share share : backend.shares()) {
                for (Endpoint endpoint : share.endpoints()) {
                    Tally tally = Tally.of(
                            share.slot(),
                            backend.service(),
                            endpoint.instance(),
                            Addresses.of(endpoint),
                            backend.websocket());
                    Tally before = known.stream()
                            .filter(it -> it.instance().equals(tally.instance())
                                    && it.service().equals(tally.service())
                                    && it.slot().equals(tally.slot()))
                            .findFirst()
                            .orElse(tally);
                    known.remove(before);
                    known.add(before.now(tally));
                }
            }
        }
        return known;
    }
}
