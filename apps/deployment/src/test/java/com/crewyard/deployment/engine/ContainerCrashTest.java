package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.testing.Containers;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.testing.ContainerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As {@link CrashTest}, where instances, jobs and the router are containers, which nobody but the engine looks after. */
class ContainerCrashTest {

    /** Podman keeps the addresses of all engines of a machine in one book, and networks of one name have the same. */
    private static final EnvironmentRef REF = new EnvironmentRef("stall", Place.REF.environment());

    private static final String CONTAINERS = "crewyard." + REF.label();
    /** The target keeps 20 as marks, and the one that it began after. */
    private static final int REMEMBERED_JOBS = 21;

    private Place place;
    private EngineSettings settings;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        ContainerHost host = ContainerHost.get();
        TestImages.app(host);
        TestImages.router(host, RouterKind.HAPROXY);
        place = new Place(folder);
        settings = new EngineSettings(folder.resolve("state"), Optional.empty(), Optional.of(host.address()));
    }

    @AfterEach
    void clear() {
        try (Engine engine = Engine.lookOn(settings, _ -> {})) {
            engine.deployments().destroy(REF, "tester", true);
        }
        place.awaitEnginesEnd();
        assertThat(Containers.named(CONTAINERS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'strategy: blue-green, window: 100ms', ''",
        "'strategy: canary, steps: [50], pause: 100ms, window: 100ms', sick"
    })
    void comesToTheSameEndWhereverItDied(String rollout, String behaviour) throws Exception {
        boolean fails = behaviour.equals("sick");
        Death.firstRelease(settings, app("v0", "", rollout, ""));
        AtomicInteger release = new AtomicInteger(1);
        AtomicInteger live = new AtomicInteger(1);
        int deaths = Death.each(rollout + behaviour, (moment, killed) -> {
            AppFile next = app("v" + release.incrementAndGet(), behaviour, rollout, """
                    migrations:
                      expand: {service: web, command: %1$s}
                      contract: {service: web, command: %1$s}
                    """.formatted(
                            "[\"" + String.join("\", \"", TestImages.command("job", "0")) + "\"]"));
            live.set(fails ? live.get() : release.get());
            boolean died;
            EnvironmentStatus status;
            try (Load load = new Load(place)) {
                died = Death.during(place, next, settings.containers(), killed, moment);
                status = Death.settled(settings, REF);
                load.close();
                assertThat(load.failures()).as("moment %d", moment).isEmpty();
            }
            check(status, moment, live.get(), (release.get() - 1) * (fails ? 1 : 2));
            return died;
        });
        System.out.printf(
                "%s%s on containers: the engine died at %d moments, and each time it came to the right end%n",
                rollout, fails ? ", a release that is sick" : "", deaths);
    }

    private void check(EnvironmentStatus status, int moment, int live, int jobs) {
        assertThat(status.live()).as("moment %d", moment).hasValue(live);
        assertThat(status.slots()).as("one slot after moment %d", moment).hasSize(1);
        assertThat(status.slots().getFirst().instances())
                .as("moment %d", moment)
                .hasSize(2)
                .allMatch(instance -> instance.state() == Instance.State.RUNNING && instance.restarts() == 0);
        assertThat(Containers.running(CONTAINERS))
                .as("two instances and the router after moment %d", moment)
                .hasSize(3);
        assertThat(Containers.named(CONTAINERS + ".job."))
                .as("migrations after moment %d", moment)
                .hasSize(Math.min(jobs, REMEMBERED_JOBS));
        assertThat(place.get("/")).startsWith("v" + (live == 1 ? 0 : live) + " ");
    }

    private AppFile app(String version, String behaviour, String rollout, String migrations) throws IOException {
        Path file = place.folder.resolve("app.yaml");
        Files.writeString(file, """
                app: stall
                services:
                  web:
                    image: %s
                    port: 8080
                    replicas: 2
                    memory: 128Mi
                    websocket: true
                    health: {path: /healthz, interval: 100ms, healthy: 2, grace: %s}
                    drain: {requests: 5s, websockets: 500ms}
                    env: {VERSION: %s, BEHAVIOUR: '%s', JOURNAL: /dev/null}
                %srollout: {%s}
                environments:
                  local: {target: container, publish: %d}
                """.formatted(
                        TestImages.APP,
                        behaviour.isEmpty() ? "30s" : "3s",
                        version,
                        behaviour,
                        migrations,
                        rollout,
                        place.port));
        return AppFile.read(file);
    }
}
