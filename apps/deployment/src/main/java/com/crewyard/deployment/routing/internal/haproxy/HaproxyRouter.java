package com.crewyard.deployment.routing.internal.haproxy;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RouterSite.Ran;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.routing.StaleTableException;
import com.crewyard.deployment.routing.internal.site.Patience;
import com.crewyard.deployment.routing.internal.site.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A HAProxy of its own, 2.6 or later, that outlives the engine. Weights and instances change over its runtime interface, in place;
 * other ports or routes take a reload, in which a new worker inherits the open ports and the old one finishes what it began.
 */
public final class HaproxyRouter implements Router {

    private static final String CONFIGURATION = "haproxy.cfg";
    private static final String CANDIDATE = "candidate.cfg";
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(2);

    private final RouterSite site;
    private final Runtime runtime;

    public HaproxyRouter(RouterSite site) {
        this.site = site;
        this.runtime = new Runtime(site);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, true, true, true, true);
    }

    @Override
    public synchronized void apply(RoutingTable table) {
        Memory before = Memory.of(site);
        if (table.version() < before.table().version()) {
            throw new StaleTableException(table.version(), before.table().version());
        }
        boolean running = site.running().isPresent();
        if (running && before.inForce() && table.equals(before.table())) {
            return;
        }
        if (!running) {
            site.stop(Duration.ZERO); // workers that outlived their master still have its ports
        }
        HaproxyConfiguration next = new HaproxyConfiguration(site, table);
        Optional<RoutingTable> former = running ? Optional.of(before.table()) : Optional.empty();
        Ports.check(site, table, former);
        check(next);
        Memory deciding = looked(before).deciding(table).keep(site);
        if (former.map(it -> new HaproxyConfiguration(site, it).skeleton()).equals(Optional.of(next.skeleton()))) {
            List<Statistics> gone = new Change(runtime, Server.of(table)).carryOut();
            site.rename(CANDIDATE, CONFIGURATION);
            looked(deciding)
                    .deleted(run(runtime.worker().orElse("")), gone)
                    .told()
                    .keep(site);
        } else {
            site.rename(CANDIDATE, CONFIGURATION);
            load(running);
            deciding.told().keep(site);
        }
    }

    /**
     * Nothing needs to be done: who has no weight gets nothing new. HAProxy sees WebSockets as tunnels, so it leaves the goodbye to
     * the instance.
     */
    @Override
    public void drain(SlotRef slot, Drain drain) {}

    @Override
    public synchronized Counters counters() {
        Memory memory = looked(Memory.of(site));
        memory.keep(site);
        Set<String> alive = alive();
        ResponseTimes times = memory.allTimes();
        List<InstanceCounters> instances = new ArrayList<>();
        Set<String> backends = new HashSet<>();
        for (Server server : memory.servers()) {
            backends.add(server.backend());
            if (!server.websockets()) {
                instances.add(counted(server, memory, times, alive));
            }
        }
        long refused = backends.stream()
                .mapToLong(backend -> memory.total(backend, HaproxyConfiguration.WAITING, alive)
                        .failed())
                .sum();
        return new Counters(0, Duration.ZERO, refused, instances);
    }

    @Override
    public synchronized void destroy() {
        site.stop(UNTIL_KILLED);
        site.remove();
    }

    private static InstanceCounters counted(Server server, Memory memory, ResponseTimes times, Set<String> alive) {
        Statistics plain = memory.total(server.service(), server.name(), alive);
        Statistics tunnels = memory.total(server.service() + Server.WEBSOCKETS, server.name(), alive);
        return new InstanceCounters(
                server.slot(),
                server.service(),
                server.name(),
                plain.answered() + plain.failed() + tunnels.switched() + tunnels.answered() + tunnels.failed(),
                plain.errors() + tunnels.errors(),
                plain.failed() + tunnels.failed(),
                plain.retried() + tunnels.retried(),
                ResponseTimes.sum(times.of(plain.path()), times.of(tunnels.path())),
                plain.open(),
                tunnels.open(),
                tunnels.switched(),
                0);
    }

    /** With the statistics of every process that lives, and the last known of those that do not. */
    private Memory looked(Memory memory) {
        Optional<String> worker = runtime.worker();
        if (worker.isEmpty()) {
            return memory;
        }
        Set<String> backends =
                memory.servers().stream().map(Server::backend).collect(Collectors.toCollection(TreeSet::new));
        Memory looked = memory.seen(run(worker.get()), runtime.look(backends));
        Set<String> alive = new HashSet<>(Set.of(run(worker.get())));
        for (String old : runtime.oldWorkers()) {
            looked = looked.seen(run(old), runtime.look(old, backends));
            alive.add(run(old));
        }
        return looked.without(alive);
    }

    private Set<String> alive() {
        Set<String> alive = new HashSet<>();
        runtime.worker().map(this::run).ifPresent(alive::add);
        runtime.oldWorkers().stream().map(this::run).forEach(alive::add);
        return alive;
    }

    /** A worker of one run of the program; the number alone comes back, in a container at once. */
    private String run(String worker) {
        return site.running().orElse("") + " " + worker;
    }

    private void check(HaproxyConfiguration next) {
        site.write(CANDIDATE, next.text());
        Ran ran = site.run(List.of(site.program("haproxy"), "-c", "-q", "-f", site.path(CANDIDATE)));
        if (ran.exitCode() != 0) {
            throw new RoutingException("HAProxy refuses the configuration: %s.".formatted(alert(ran.said())));
        }
    }

    private void load(boolean running) {
        if (!running) {
            site.start(List.of(
                    site.program("haproxy"), "-W", "-f", site.path(CONFIGURATION), "-S", site.path(Runtime.MASTER)));
            Patience.until(
                    () -> site.running().isEmpty() || runtime.worker().isPresent(),
                    () -> "HAProxy does not get ready: %s.".formatted(alert(site.said())));
            if (site.running().isEmpty()) {
                throw new RoutingException("HAProxy ended at once: %s.".formatted(alert(site.said())));
            }
            return;
        }
        Optional<String> before = runtime.worker();
        site.signal("USR2");
        Patience.until(
                () -> runtime.worker().isPresent() && !runtime.worker().equals(before),
                () -> "HAProxy did not reload, and what it served before goes on: %s.".formatted(alert(site.said())));
    }

    private static String alert(String said) {
        return said.lines()
                .filter(line -> line.contains("ALERT"))
                .map(line -> line.replaceFirst("^.*\\) : ", ""))
                .findFirst()
                .orElse("it gives no reason");
    }
}
