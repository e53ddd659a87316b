package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterContract;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.testing.ContainerHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** HAProxy in a container. */
class ContainerRouterTest extends RouterContract {

    private static final Labels LABELS = new Labels(new EnvironmentRef("routing", "test"));

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static ContainerEngine engine;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        engine = ContainerEngine.on(new ThisMachine(ContainerHost.get().address()));
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Override
    protected Router open() {
        String image = TestImages.router(ContainerHost.get(), RouterKind.HAPROXY);
        return Routers.of(
                RouterKind.HAPROXY,
                new ContainerSite(
                        new Containers(engine, LABELS),
                        Routers.onThisMachine(folder.resolve("router"), List.of("127.0.0.1")),
                        () -> image));
    }

    /** The engine starts it again, as it does after a real death; the router finds it either way. */
    @Override
    protected boolean kill() {
        Optional<Long> before = process();
        before.flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
        Awaitility.await()
                .until(() -> process().filter(after -> after > 0).isPresent()
                        && !process().equals(before)
                        && accepts());
        return true;
    }

    private boolean accepts() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static Optional<Long> process() {
        return new Containers(engine, LABELS)
                .inspect(LABELS.name("router"))
                .map(found -> found.getState().getPidLong());
    }
}
