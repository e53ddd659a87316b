package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployResult.Live;
import com.crewyard.deployment.engine.DeployResult.RolledBack;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.targets.internal.ssh.SshMachine;
import com.crewyard.deployment.testing.SshContainers;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.hosting.spec.SshHost;
import com.crewyard.testing.BareHost;
import com.crewyard.testing.ContainerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An environment on two machines, each over a real SSH. */
class SeveralHostsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private BareHost first;
    private BareHost second;
    private Place place;
    private Place there;
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) {
        first = BareHost.get();
        second = BareHost.another();
        place = new Place(folder, first.address());
        there = place.at(second.address());
        engine = Engine.start(
                new EngineSettings(
                        folder.resolve("state"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(first.identity()),
                        _ -> Optional.empty(),
                        PATIENCE),
                _ -> {});
    }

    @AfterEach
    void stop() {
        second.listensToSsh(true);
        engine.deployments().destroy(Place.REF, "tester", true);
        engine.close();
        place.awaitEnginesEnd();
        assertThat(SshContainers.named(first, "crewyard." + Place.REF.label())).isEmpty();
        assertThat(SshContainers.named(second, "crewyard." + Place.REF.label())).isEmpty();
    }

    @Test
    void takesHostAfterHostAndGoesBackWhenOneIsLostMidway() throws Exception {
        images();
        assertThat(deploy("v1")).isInstanceOf(Live.class);
        assertThat(List.of(place.get("/"), there.get("/")))
                .as("each host's router has the host's own instance")
                .satisfiesExactly(
                        answer -> assertThat(answer).startsWith("v1 blue-1.web.1"),
                        answer -> assertThat(answer).startsWith("v1 blue-1.web.2"));

        try (Load load = new Load(place);
                Load other = new Load(there)) {
            List<String> halfway = new CopyOnWriteArrayList<>();
            Live live = (Live) deploy("v2", () -> halfway.addAll(List.of(place.get("/"), there.get("/"))));
            assertThat(halfway)
                    .satisfiesExactly(
                            answer -> assertThat(answer).startsWith("v2 "),
                            answer -> assertThat(answer).startsWith("v1 "));
            assertThat(live.loss())
                    .hasValueSatisfying(loss -> assertThat(loss.failed()).isZero());

            RolledBack back = (RolledBack) deploy("v3", () -> second.listensToSsh(false));

            assertThat(back.reason())
                    .startsWith("%s@%s cannot be reached over SSH (".formatted(BareHost.USER, second.address()));
            assertThat(back.still()).hasValue(2);
            load.close();
            other.close();
            assertThat(load.failures()).isEmpty();
            assertThat(other.failures()).isEmpty();
        }
        assertThat(List.of(place.get("/"), there.get("/")))
                .allSatisfy(answer -> assertThat(answer).startsWith("v2 "));
        assertThat(engine.deployments().status(Place.REF).orElseThrow().attention())
                .anySatisfy(line -> assertThat(line).contains(second.address(), "cannot be reached over SSH"));
        assertThat(kinds()).containsExactly(Drift.Kind.LOST);
        assertThatThrownBy(() -> deploy("v4"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cannot be reached over SSH");

        second.listensToSsh(true);

        assertThat(kinds()).as("what the lost host had begun to run").containsExactly(Drift.Kind.SURPLUS);
        assertThat(engine.deployments().await(engine.deployments().repair(Place.REF, "tester"), _ -> {}))
                .isInstanceOf(Live.class);
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> kinds().isEmpty());
        assertThat(there.get("/")).startsWith("v2 ");
    }

    private List<Drift.Kind> kinds() {
        return engine.deployments().drift(Place.REF).stream().map(Drift::kind).toList();
    }

    private DeployResult deploy(String version) throws Exception {
        return Place.deploy(engine, app(version));
    }

    /** @param halfway done when the first host has the release, and the second's instance has just been started */
    private DeployResult deploy(String version, Runnable halfway) throws Exception {
        long rollout = engine.deployments().deploy(Place.request(app(version)));
        AtomicInteger checks = new AtomicInteger();
        return engine.deployments().await(rollout, transition -> {
            if (transition.to() == RolloutState.CHECKING && checks.incrementAndGet() == 2) {
                halfway.run();
            }
        });
    }

    /** There are no engines for them before somebody wants to deploy. */
    private void images() {
        Stream.of(first, second).parallel().forEach(host -> {
            SshHost address = SshHost.of(BareHost.USER + "@" + host.address(), Optional.of(host.key()));
            try (SshMachine machine = new SshMachine(address, Optional.of(host.identity()), PATIENCE, _ -> {})) {
                machine.prepare();
            }
            ContainerHost containers = SshContainers.engine(host);
            TestImages.app(containers);
            TestImages.router(containers, RouterKind.HAPROXY);
        });
    }

    private AppFile app(String version) throws IOException {
        Path file = place.folder.resolve("app.yaml");
        Files.writeString(file, """
                app: shop
                services:
                  web:
                    image: %s
                    port: 8080
                    replicas: 2
                    cpu: 0.5
                    memory: 128Mi
                    health: {path: /healthz, interval: 100ms, healthy: 12, grace: 30s}
                    drain: {requests: 5s, websockets: 500ms}
                    env: {VERSION: %s}
                rollout: {strategy: blue-green, window: 1h}
                environments:
                  local: {target: ssh, batch: 1, publish: %d, hosts: [%s, %s]}
                """.formatted(TestImages.APP, version, place.port, entry(first), entry(second)));
        return AppFile.read(file);
    }

    private static String entry(BareHost host) {
        return "{address: %s@%s, key: '%s'}".formatted(BareHost.USER, host.address(), host.key());
    }
}
