package com.crewyard.deployment.targets.internal.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.FreePort;
import com.crewyard.testing.RequestLoad;
import com.crewyard.testing.VersionedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The routers that an app spec may name instead of HAProxy, in containers; their own contract is tried outside of them. */
class OtherRoutersTest {

    private static final Labels LABELS = new Labels(new EnvironmentRef("routers", "test"));

    @ParameterizedTest
    @EnumSource(names = {"NGINX", "CADDY"})
    void losesNothingOverAChangeAndComesBackByItselfWhenItWasKilled(RouterKind kind, @TempDir Path folder)
            throws Exception {
        String image = TestImages.router(ContainerHost.get(), kind);
        int port = FreePort.next();
        try (ContainerEngine engine =
                        ContainerEngine.on(new ThisMachine(ContainerHost.get().address()));
                VersionedServer one = VersionedServer.listen("one", "", 0);
                VersionedServer two = VersionedServer.listen("two", "", 0)) {
            Containers containers = new Containers(engine, LABELS);
            Router router = Routers.of(
                    kind,
                    new ContainerSite(
                            containers,
                            Routers.onThisMachine(folder.resolve("router"), List.of("127.0.0.1")),
                            () -> image));
            try {
                router.apply(table(1, port, "blue-1", one));
                RequestLoad load = RequestLoad.on(port, 4);
                try (load) {
                    answered(load, "one");
                    router.apply(table(2, port, "green-2", two));
                    answered(load, "two");
                }
                assertThat(load.failures()).isEmpty();
                assertThat(load.versions()).containsOnlyKeys("one", "two");

                process(containers).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);

                RequestLoad after = RequestLoad.on(port, 1);
                try (after) {
                    answered(after, "two");
                }
            } finally {
                router.destroy();
            }
            assertThat(process(containers)).isEmpty();
        }
    }

    private static void answered(RequestLoad load, String version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> load.versions().getOrDefault(version, 0L) > 50);
    }

    private static Optional<Long> process(Containers containers) {
        return containers
                .inspect(LABELS.name("router"))
                .map(found -> found.getState().getPidLong());
    }

    private static RoutingTable table(long version, int port, String slot, VersionedServer server) {
        Endpoint endpoint = new Endpoint(slot + ".web.1", "127.0.0.1", server.port());
        return new RoutingTable(
                version,
                List.of(new Listener(port, List.of(new Route(Route.ANY_HOST, "/", "web")))),
                List.of(new Backend(
                        "web", false, List.of(new Share(new SlotRef(slot), Share.WHOLE, List.of(endpoint))))));
    }
}
