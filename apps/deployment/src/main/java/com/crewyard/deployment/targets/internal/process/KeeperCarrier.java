package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.ProbingRouter;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/** Carries a keeper's requests: the keeper itself, or a program of its own that goes on when the keeper dies. */
final class KeeperCarrier implements ProbingRouter {

    private static final String FILE = "router.json";
    private static final String FOLDER = "router";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOOPBACK_6 = "::1";

    /** @param router its name in app specs; empty for the keeper itself */
    private record Choice(Optional<String> router) {

        static final Choice ITSELF = new Choice(Optional.empty());

        String named() {
            return router.orElse("the keeper itself");
        }
    }

    private final KeeperFolder folder;
    private Choice choice;
    private Router router;
    private boolean carries;

    KeeperCarrier(KeeperFolder folder) {
        this.folder = folder;
        this.choice = folder.read(FILE, Choice.class).orElse(Choice.ITSELF);
        this.router = made(choice);
    }

    /**
     * Has another carry the requests, as long as nobody does yet.
     *
     * @throws RoutingException when somebody else carries them already
     */
    synchronized void use(Optional<String> name) {
        Choice next = new Choice(name.flatMap(RouterKind::of).map(RouterKind::specName));
        if (next.equals(choice)) {
            return;
        }
        if (carries) {
            throw new RoutingException(
                    "The requests of this environment are carried by %s, and the app spec asks for %s; destroy the environment to change that."
                            .formatted(choice.named(), next.named()));
        }
        router.destroy();
        router = made(next);
        choice = next;
        folder.write(FILE, choice);
    }

    @Override
    public synchronized void apply(RoutingTable table) {
        router.apply(table);
        carries = !table.listeners().isEmpty();
    }

    @Override
    public void drain(SlotRef slot, Drain drain) {
        current().drain(slot, drain);
    }

    @Override
    public Counters counters() {
        return current().counters();
    }

    @Override
    public Capabilities capabilities() {
        return current().capabilities();
    }

    /** Programs look for themselves. */
    @Override
    public void probe() {
        if (current() instanceof ProbingRouter within) {
            within.probe();
        }
    }

    @Override
    public void destroy() {
        current().destroy();
    }

    private synchronized Router current() {
        return router;
    }

    /** Not every machine has IPv6. */
    private static List<String> addresses() {
        try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK_6))) {
            return List.of(LOOPBACK, LOOPBACK_6);
        } catch (IOException _) {
            return List.of(LOOPBACK);
        }
    }

    private Router made(Choice of) {
        return of.router()
                .flatMap(RouterKind::of)
                .<Router>map(kind ->
                        Routers.of(kind, Routers.onThisMachine(folder.root().resolve(FOLDER), addresses())))
                .orElseGet(Routers::inProcess);
    }
}
