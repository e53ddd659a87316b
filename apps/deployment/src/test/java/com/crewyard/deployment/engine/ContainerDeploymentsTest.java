package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployResult.Live;
import com.crewyard.deployment.engine.DeployResult.RolledBack;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.testing.Containers;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.testing.ContainerHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments to a real container engine. */
class ContainerDeploymentsTest {

    private static final String BLUE_GREEN = "strategy: blue-green, window: 1h";

    private Place place;
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) {
        ContainerHost host = ContainerHost.get();
        TestImages.app(host);
        TestImages.router(host, RouterKind.HAPROXY);
        place = new Place(folder);
        engine = Engine.start(settings(), _ -> {});
    }

    @AfterEach
    void stop() {
        engine.deployments().destroy(Place.REF, "tester", true);
        engine.close();
        place.awaitEnginesEnd();
        assertThat(Containers.named("crewyard." + Place.REF.label())).isEmpty();
    }

    @Test
    void losesNoRequestWhileReleasesComeAndABrokenOneIsTakenBack() throws Exception {
        assertThat(deploy("v1", "", BLUE_GREEN)).isInstanceOf(Live.class);
        assertThat(place.get("/")).startsWith("v1 ");

        try (Load load = new Load(place)) {
            Live second = (Live) deploy("v2", "", BLUE_GREEN);
            RolledBack third = (RolledBack) deploy("v3", "dies", BLUE_GREEN);
            Live back = (Live) engine.deployments()
                    .await(engine.deployments().rollback(Place.REF, Optional.empty(), "tester"), _ -> {});

            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.answered()).isPositive();
            assertThat(load.versions()).containsExactly("v1", "v2");
            assertThat(second.loss()).hasValueSatisfying(loss -> {
                assertThat(loss.failed()).isZero();
                assertThat(loss.requests()).isPositive();
            });
            assertThat(third.reason()).contains("ended by itself", "It said last: \"version v3 starts\"");
            assertThat(third.still()).hasValue(2);
            assertThat(back.release()).isEqualTo(1);
        }
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(Containers.running("crewyard." + Place.REF.label()))
                .as("two of each of the last two releases, and the router")
                .hasSize(5);
        assertThat(engine.deployments().logs(Place.REF).last(Optional.of("web"), 500))
                .contains(
                        new LogLine("blue-3.web.1", "version v3 starts"),
                        new LogLine("blue-1.web.1", "version v1 starts"));
    }

    @Test
    void limitsInstancesAndRunsCommandsBesideThem() throws Exception {
        deploy("v1", "", BLUE_GREEN);

        Map<String, Long> limits = Containers.limits("crewyard.%s.blue-1.web.1".formatted(Place.REF.label()));
        assertThat(limits).containsEntry("memory", 128L << 20).containsEntry("nanoCpus", 500_000_000L);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        JobStatus status = engine.deployments()
                .run(
                        Place.REF,
                        new RunRequest(
                                Optional.empty(),
                                List.of("/bin/sh", "-c", "echo version $VERSION; exit 3"),
                                Duration.ofSeconds(30),
                                "tester"),
                        output::writeBytes);
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("version v1\n");
        assertThat(status)
                .isInstanceOfSatisfying(
                        JobStatus.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo(3));
    }

    @Test
    void takesABuiltImageLiveOnceACommandWithinItSucceeds() throws Exception {
        Path context = Files.createDirectories(place.folder.resolve("image"));
        Files.writeString(context.resolve("Dockerfile"), "FROM %s\nENV VERSION=built\n".formatted(TestImages.APP));
        AppFile app = app("v1", "", BLUE_GREEN);
        Files.writeString(
                app.file(),
                Files.readString(app.file())
                        .replace("image: " + TestImages.APP, "build: {context: image, dockerfile: Dockerfile}")
                        .replace("VERSION: v1, ", "")
                        .replace("path: /healthz", "command: [/bin/sh, -c, 'test -n \"$CREWYARD_INSTANCE\"']"));

        assertThat(Place.deploy(engine, AppFile.read(app.file()))).isInstanceOf(Live.class);

        assertThat(place.get("/")).startsWith("built ");
        Plan again = engine.deployments().plan(Place.request(AppFile.read(app.file())));
        assertThat(again.differences())
                .as("the image is the same when its context is")
                .isEmpty();
        assertThat(again.cost())
                .startsWith(
                        "all instances may use 1 CPU and 256 MiB, as before",
                        "while both releases are there, they may use 2 CPUs and 512 MiB at the highest",
                        "machines that hold this cost 4 USD a month (droplet-512mb), as before");
    }

    @Test
    void startsWhatEndsAndAnotherEngineGoesOn() throws Exception {
        deploy("v1", "", BLUE_GREEN);
        LogReader logs = engine.deployments().logs(Place.REF);
        engine.close();
        assertThat(logs.last(Optional.of("web"), 10)).contains(new LogLine("blue-1.web.1", "version v1 starts"));
        engine = Engine.start(settings(), _ -> {});

        Containers.kill("crewyard.%s.blue-1.web.1".formatted(Place.REF.label()));

        Instance again = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> status().slots().stream()
                                .flatMap(slot -> slot.instances().stream())
                                .filter(instance ->
                                        instance.restarts() > 0 && instance.state() == Instance.State.RUNNING)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> place.getFrom(again.endpoint().orElseThrow()).startsWith("v1 blue-1.web.1"));
        assertThat(deploy("v2", "", BLUE_GREEN)).isInstanceOf(Live.class);
        assertThat(place.get("/")).startsWith("v2 ");
    }

    @Test
    void saysWhatIsInTheWayAndChangesNothing() throws Exception {
        deploy("v1", "", BLUE_GREEN);
        AppFile app = app("v2", "", BLUE_GREEN);
        Files.writeString(
                app.file(), Files.readString(app.file()).replace(TestImages.APP, "localhost:1/crewyard/nowhere:1"));

        assertThatThrownBy(() -> Place.deploy(engine, AppFile.read(app.file())))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(
                        "Service web: The image localhost:1/crewyard/nowhere:1 is not at the container engine and cannot be pulled (");
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(status().live()).hasValue(1);
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket _ = new ServerSocket(place.port)) {
            RolledBack back = (RolledBack) deploy("v1", "", BLUE_GREEN);

            assertThat(back.reason())
                    .isEqualTo(
                            "Port %d cannot be opened (another program has it); stop that program, or publish another port."
                                    .formatted(place.port));
        }
    }

    private EngineSettings settings() {
        return new EngineSettings(
                place.folder.resolve("state"),
                Optional.empty(),
                Optional.of(ContainerHost.get().address()));
    }

    private DeployResult deploy(String version, String behaviour, String rollout) throws Exception {
        return Place.deploy(engine, app(version, behaviour, rollout));
    }

    private EnvironmentStatus status() {
        return engine.deployments().status(Place.REF).orElseThrow();
    }

    private AppFile app(String version, String behaviour, String rollout) throws IOException {
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
                    websocket: true
                    health: {path: /healthz, interval: 100ms, healthy: 2, grace: 20s}
                    drain: {requests: 5s, websockets: 500ms}
                    env: {VERSION: %s, BEHAVIOUR: '%s'}
                rollout: {%s}
                environments:
                  local: {target: container, publish: %d}
                """.formatted(TestImages.APP, version, behaviour, rollout, place.port));
        return AppFile.read(file);
    }
}
