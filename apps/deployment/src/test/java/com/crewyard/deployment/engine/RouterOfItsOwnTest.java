package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.engine.DeployResult.Live;
import com.crewyard.deployment.engine.DeployResult.RolledBack;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.testing.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments of processes whose requests a program of its own carries. */
class RouterOfItsOwnTest {

    private static final String BLUE_GREEN = "strategy: blue-green, window: 1h";

    private Place place;
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) {
        place = new Place(folder);
        engine = Engine.start(place.settings(), _ -> {});
    }

    @AfterEach
    void stop() {
        engine.deployments().destroy(Place.REF, "tester", true);
        engine.close();
        place.awaitEnginesEnd();
        assertThat(Place.processes(place.folder.resolve("state"))).isEmpty();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> commandLine(process)
                                .contains(place.folder.resolve("state").toString())))
                .isEmpty();
    }

    @Test
    void losesNoRequestWhileReleasesComeAndTheKeeperIsKilled() throws Exception {
        String router = "haproxy";
        Program.find(router);
        assertThat(Place.deploy(engine, app("v1", BLUE_GREEN, router))).isInstanceOf(Live.class);

        try (Load load = new Load(place)) {
            assertThat(Place.deploy(engine, app("v2", BLUE_GREEN, router))).isInstanceOf(Live.class);
            ProcessHandle keeper = keeper();
            keeper.destroyForcibly();
            Awaitility.await().until(() -> !keeper.isAlive());
            long answered = load.answered();
            Awaitility.await().until(() -> load.answered() > answered + 50);
            Live third = (Live) Place.deploy(engine, app("v3", BLUE_GREEN, router));

            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.versions()).contains("v1", "v2", "v3");
            assertThat(third.loss()).hasValueSatisfying(loss -> {
                assertThat(loss.failed()).isZero();
                assertThat(loss.requests()).isPositive();
            });
        }
    }

    @Test
    void judgesACanaryByTheResponseTimesThatItsRouterCounted() throws Exception {
        String router = "haproxy";
        Program.find(router);
        String canary = "strategy: canary, steps: [50], pause: 6s, window: 1h, "
                + "analysis: {errors: 5%, slower: 300%, tail: 900%}";
        assertThat(Place.deploy(engine, app("v1", canary, router))).isInstanceOf(Live.class);

        try (Load load = new Load(place)) {
            List<Transition> history = new ArrayList<>();
            assertThat(Place.deploy(engine, app("v2", canary, router), history)).isInstanceOf(Live.class);

            assertThat(history)
                    .filteredOn(transition -> transition.from() == RolloutState.BAKING)
                    .extracting(Transition::note)
                    .singleElement()
                    .asString()
                    .startsWith("look 1 of 1: green-2 passes. ")
                    .contains("errors of web", "response times of web");
            load.close();
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void keepsToTheRouterThatCarriesRequestsAlready() throws Exception {
        Place.deploy(engine, place.app("v1", "", BLUE_GREEN, ""));

        RolledBack back = (RolledBack) Place.deploy(engine, app("v2", BLUE_GREEN, "haproxy"));

        assertThat(back.reason())
                .isEqualTo(
                        "The requests of this environment are carried by the keeper itself, and the app spec asks for haproxy; destroy the environment to change that.");
        assertThat(place.get("/")).startsWith("v1 ");
    }

    @Test
    void tellsInAPlanHowLongAVerdictTakesAndWhenNobodyCanKnow() throws Exception {
        String router = "haproxy";
        Program.find(router);
        String canary = "strategy: canary, steps: [20, 60], pause: 1h, window: 1h, analysis: {}";
        Place.deploy(engine, app("v1", canary, router));
        try (Load load = new Load(place)) {
            Awaitility.await().until(() -> load.answered() > 50);
        }
        DeployRequest next = Place.request(app("v2", canary, router));

        assertThat(engine.deployments().plan(next).verdict())
                .hasSize(3)
                .anyMatch(sentence -> sentence.startsWith("errors of web: the canary needs "))
                .anyMatch(sentence -> sentence.startsWith("response times of web: "))
                .noneMatch(sentence -> sentence.contains("does not tell them"));

        ProcessHandle keeper = keeper();
        keeper.destroyForcibly();
        Awaitility.await().until(() -> !keeper.isAlive());
        assertThat(engine.deployments().plan(next).verdict())
                .singleElement()
                .asString()
                .startsWith(
                        "The router of release 1 cannot be asked, so the time to a verdict is not known: The keeper of ");
    }

    private AppFile app(String version, String rollout, String router) throws IOException {
        AppFile app = place.app(version, "", rollout, "");
        Files.writeString(
                app.file(),
                Files.readString(app.file())
                        .replace("{target: process,", "{target: process, router: %s,".formatted(router)));
        return AppFile.read(app.file());
    }

    private ProcessHandle keeper() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains("keeper.args")
                        && commandLine(process).contains(place.folder.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
