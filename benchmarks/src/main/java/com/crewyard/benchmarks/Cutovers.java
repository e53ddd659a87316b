package com.crewyard.benchmarks;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.testing.VersionedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An application of two instances behind a router, and the tables by which the engine's strategies replace it. */
final class Cutovers implements AutoCloseable {

    private static final int INSTANCES = 2;
    private static final Duration LAME_DUCK = Duration.ofMillis(500);
    private static final Drain DRAIN = new Drain(Duration.ofSeconds(5), LAME_DUCK, Duration.ofMillis(200));
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(300);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /** One deployed copy. */
    private record Release(SlotRef slot, List<VersionedServer> instances) {

        Share share(int weight, List<VersionedServer> taking) {
            return new Share(
                    slot,
                    weight,
                    taking.stream()
                            .map(server -> new Endpoint(
                                    slot.name() + "-" + (instances.indexOf(server) + 1), "127.0.0.1", server.port()))
                            .toList());
        }

        Share share(int weight) {
            return share(weight, instances);
        }
    }

    /** How a release takes another's place. */
    enum Strategy {
        BLUE_GREEN,
        CANARY,
        ROLLING
    }

    private final Router router;
    private final int port;
    private Release live;
    private long version;
    private int releases;

    Cutovers(Router router, int port) throws IOException {
        this.router = router;
        this.port = port;
        this.live = start();
        apply(live.share(Share.WHOLE));
    }

    void replace(Strategy strategy) throws IOException, InterruptedException {
        Release former = live;
        Release next = start();
        switch (strategy) {
            case BLUE_GREEN -> {
                apply(former.share(Share.WHOLE), next.share(0));
                Thread.sleep(BETWEEN_STEPS);
            }
            case CANARY -> {
                for (int weight : List.of(5, 25, 50)) {
                    apply(former.share(Share.WHOLE - weight), next.share(weight));
                    Thread.sleep(BETWEEN_STEPS);
                }
            }
            case ROLLING -> {
                List<VersionedServer> first = next.instances().subList(0, 1);
                apply(former.share(50, former.instances().subList(1, INSTANCES)), next.share(50, first));
                end(former, former.instances().subList(0, 1), true);
            }
        }
        apply(former.share(0), next.share(Share.WHOLE));
        live = next;
        end(former, former.instances(), false);
        apply(next.share(Share.WHOLE));
    }

    /** A release that ends as soon as it gets requests; it is taken back. */
    void tryBadRelease() throws IOException, InterruptedException {
        Release bad = start();
        apply(live.share(Share.WHOLE), bad.share(0));
        bad.instances().forEach(VersionedServer::crash);
        apply(live.share(90), bad.share(10));
        Thread.sleep(BETWEEN_STEPS);
        apply(live.share(Share.WHOLE));
    }

    @Override
    public void close() {
        router.destroy();
        live.instances().forEach(VersionedServer::crash);
    }

    /** Lame-duck period, then the request to end, which the application answers with 1012 to whoever is still there. */
    private void end(Release release, List<VersionedServer> instances, boolean someServe) throws InterruptedException {
        router.drain(release.slot(), DRAIN);
        if (someServe) {
            Thread.sleep(LAME_DUCK.plus(DRAIN.jitter()));
        } else {
            await(release, LAME_DUCK.plus(DRAIN.jitter()));
        }
        instances.forEach(VersionedServer::close);
        if (!someServe) {
            await(release, LONGEST_END);
        }
        Thread.sleep(BETWEEN_STEPS);
        instances.forEach(VersionedServer::crash);
    }

    private void await(Release release, Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < until && router.counters().open(release.slot()) > 0) {
            Thread.sleep(20);
        }
    }

    private Release start() throws IOException {
        SlotRef slot = new SlotRef("release-" + ++releases);
        List<VersionedServer> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(VersionedServer.listen(slot.name(), "", 0));
        }
        return new Release(slot, instances);
    }

    private void apply(Share... shares) {
        router.apply(new RoutingTable(
                ++version,
                List.of(new Listener(port, List.of(new Route(Route.ANY_HOST, "/", "web")))),
                List.of(new Backend("web", true, List.of(shares)))));
    }
}
