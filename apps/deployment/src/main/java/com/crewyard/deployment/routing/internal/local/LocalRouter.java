package com.crewyard.deployment.routing.internal.local;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.ProbingRouter;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A router in this process. Meant for laptops: no TLS, no HTTP/2, addresses of this machine only. */
public final class LocalRouter implements ProbingRouter {

    private static final Duration KNOCK_EVERY = Duration.ofMillis(100);

    private final Members members = new Members();
    private final Map<Integer, Port> ports = new LinkedHashMap<>();
    private final Thread knocking = Thread.ofVirtual().name("knock").start(this::knock);

    @Override
    public synchronized void apply(RoutingTable table) {
        Map<Integer, Port> opened = new LinkedHashMap<>();
        try {
            for (Listener listener : table.listeners()) {
                if (!ports.containsKey(listener.port())) {
                    opened.put(listener.port(), Port.open(listener.port(), members));
                }
            }
            members.apply(table);
        } catch (IOException e) {
            opened.values().forEach(Port::close);
            throw new RoutingException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            opened.values().forEach(Port::close);
            throw e;
        }
        ports.putAll(opened);
        opened.values().forEach(Port::start);
        List<Integer> wanted = table.listeners().stream().map(Listener::port).toList();
        ports.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
    }

    @Override
    public void probe() {
        members.all().forEach(this::knock);
    }

    @Override
    public void drain(SlotRef slot, Drain drain) {
        members.all().stream()
                .filter(member -> member.slot.equals(slot) && !members.serves(member))
                .flatMap(member -> member.tunnels.stream().map(tunnel -> Map.entry(member, tunnel)))
                .filter(entry -> entry.getValue().markDraining())
                .forEach(entry -> Thread.ofVirtual().name("lame-duck").start(() -> {
                    long jitter = drain.jitter().toMillis();
                    pause(drain.websockets()
                            .plusMillis(
                                    jitter == 0
                                            ? 0
                                            : ThreadLocalRandom.current().nextLong(jitter)));
                    if (!members.serves(entry.getKey())) {
                        if (entry.getValue().end()) {
                            entry.getKey().websocketsClosed.increment();
                        }
                    } else {
                        entry.getValue().clearDraining();
                    }
                }));
    }

    @Override
    public Counters counters() {
        return new Counters(
                members.held(),
                members.longestHold(),
                members.refused(),
                members.all().stream().map(Member::counters).toList());
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(true, true, true, true, false);
    }

    @Override
    public synchronized void destroy() {
        knocking.interrupt();
        ports.values().forEach(Port::close);
        ports.clear();
    }

    private void knock() {
        while (pause(KNOCK_EVERY)) {
            members.all().stream().filter(member -> !member.answers()).forEach(this::knock);
        }
    }

    private void knock(Member member) {
        try (HttpConnection _ = member.connect()) {
            members.found(member);
        } catch (IOException _) {
            members.lost(member);
        }
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
