package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.ProbingRouter;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.StaleFenceException;
import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instances and the routing table of a keeper, and their copy on the disk. */
final class Supervisor {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final String FILE = "keeper.json";
    /** Below what systems hand out to clients' connections, so that nobody takes one between choosing and using it. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private final KeeperFolder folder;
    private final Surroundings surroundings;
    private final ProbingRouter router;
    private final Map<String, Ward> wards = new LinkedHashMap<>();
    private long fence;
    private Optional<RoutingTable> table = Optional.empty();
    private Optional<Instant> wake = Optional.empty();

    Supervisor(KeeperFolder folder, Surroundings surroundings, ProbingRouter router) {
        this.folder = folder;
        this.surroundings = surroundings;
        this.router = router;
    }

    /** Goes on where a former keeper was: living instances are adopted, dead ones started, strangers ended. */
    synchronized void restore() {
        Desired before = folder.read(FILE, Desired.class).orElse(Desired.NOTHING);
        fence = before.fence();
        wake = before.wake();
        List<ProcessTable.Labelled> living = ProcessTable.of(folder);
        for (Desired.Kept kept : before.instances()) {
            Optional<ProcessHandle> running = ProcessHandle.of(kept.pid())
                    .filter(process ->
                            process.isAlive() && process.info().startInstant().equals(kept.started()))
                    .or(() -> ProcessTable.roots(
                                    living, ProcessTable.INSTANCE, kept.spec().name())
                            .findFirst());
            if (kept.stopping()) {
                running.ifPresent(process -> Launcher.end(process, kept.spec().stopWithin()));
            } else {
                running.ifPresent(process ->
                        log.info("{} is adopted as process {}", kept.spec().name(), process.pid()));
                begin(kept.spec(), kept.port(), running, kept.restarts());
            }
        }
        living.stream()
                .filter(found -> found.variables().containsKey(ProcessTable.INSTANCE)
                        && !wards.containsKey(found.variables().get(ProcessTable.INSTANCE)))
                .forEach(found -> found.process().destroyForcibly());
        save();
        before.table().ifPresent(kept -> {
            router.apply(kept);
            router.probe();
            table = before.table();
        });
    }

    synchronized void raise(long seen) {
        if (seen < fence) {
            throw new StaleFenceException(seen, fence);
        }
        if (seen > fence) {
            fence = seen;
            save();
        }
    }

    synchronized void start(List<InstanceSpec> specs, long seen) {
        raise(seen);
        boolean any = false;
        for (InstanceSpec spec : specs) {
            Ward known = wards.get(spec.name());
            if (known == null) {
                surroundings.of(spec, 0);
                begin(spec, spec.port().isPresent() ? freePort() : 0, Optional.empty(), 0);
                any = true;
            }
        }
        if (any) {
            save();
        }
    }

    synchronized void stop(List<String> names, long seen) {
        raise(seen);
        names.stream()
                .flatMap(name -> Optional.ofNullable(wards.get(name)).stream())
                .toList()
                .forEach(Ward::stop);
    }

    synchronized List<Instance> instances() {
        return wards.values().stream().map(Ward::instance).toList();
    }

    synchronized void apply(RoutingTable next) {
        router.apply(next);
        table = Optional.of(next);
        save();
    }

    synchronized void wake(Optional<Instant> at) {
        wake = at;
        save();
    }

    synchronized Optional<Instant> wake() {
        return wake;
    }

    private void begin(InstanceSpec spec, int port, Optional<ProcessHandle> running, int restarts) {
        Ward ward = new Ward(
                spec, port, folder.log(spec.name()), () -> surroundings.of(spec, port), () -> changed(spec.name()));
        wards.put(spec.name(), ward);
        ward.begin(running, restarts);
    }

    private synchronized void changed(String name) {
        Ward ward = wards.get(name);
        if (ward != null && ward.isOver()) {
            wards.remove(name);
        }
        save();
    }

    private void save() {
        folder.write(
                FILE, new Desired(fence, wards.values().stream().map(Ward::kept).toList(), table, wake));
    }

    private int freePort() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            if (wards.values().stream().noneMatch(ward -> ward.port() == port) && isFree(port)) {
                return port;
            }
        }
        throw new TargetException("No port between %d and %d is free.".formatted(FIRST_PORT, LAST_PORT));
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
