package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployResult.Live;
import com.crewyard.deployment.engine.DeployResult.RolledBack;
import com.crewyard.deployment.plans.Difference;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.rollouts.CanaryVerdict;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.targets.Instance;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentsTest {

    private static final String BLUE_GREEN = "strategy: blue-green, window: 1h";
    private static final String MIGRATIONS = """
            migrations:
              expand: {service: web, command: %s}
              contract: {service: web, command: %s}
            """;

    private Place place;
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) {
        place = new Place(folder);
        engine = Engine.start(place.onServer(), _ -> {});
    }

    @AfterEach
    void stop() {
        engine.deployments().destroy(Place.REF, "tester", true);
        engine.close();
        assertThat(Place.processes(place.folder.resolve("state"))).isEmpty();
    }

    @Test
    void takesAFirstReleaseLiveAndThenASecondWithoutLosingARequest() throws Exception {
        assertThat(deploy("v1", "", BLUE_GREEN)).isInstanceOf(Live.class);
        assertThat(place.get("/")).startsWith("v1 ");

        try (Load load = new Load(place)) {
            Live second = (Live) deploy("v2", "", BLUE_GREEN);

            assertThat(place.get("/")).startsWith("v2 ");
            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.answered()).isPositive();
            assertThat(load.versions()).contains("v2");
            assertThat(second.loss())
                    .hasValueSatisfying(loss -> assertThat(loss.failed()).isZero());
        }
        EnvironmentStatus status = status();
        assertThat(status.live()).hasValue(2);
        assertThat(status.addresses()).containsExactly(Map.entry("web", "http://localhost:" + place.port));
        assertThat(status.slots())
                .extracting(slot -> slot.release() + " " + slot.state() + " "
                        + slot.instances().size())
                .containsExactlyInAnyOrder("1 warm 2", "2 live 2");
    }

    @Test
    void bringsTheFormerReleaseBackWhenTheNewOneIsSick() throws Exception {
        deploy("v1", "", BLUE_GREEN);

        try (Load load = new Load(place)) {
            RolledBack back = (RolledBack) deploy("v2", "dies", BLUE_GREEN);

            assertThat(back.reason())
                    .contains("ended by itself 3 times", "exit code 7", "It said last: \"version v2 starts\"");
            assertThat(back.still()).hasValue(1);
            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.versions()).containsExactly("v1");
        }
        assertThat(status().slots())
                .extracting(EnvironmentStatus.SlotStatus::release)
                .containsExactly(1);
        assertThat(engine.deployments().releases(Place.REF, 5))
                .extracting(ReleaseLine::state)
                .containsExactly("rolled-back", "live");
    }

    @Test
    void saysWhichHealthCheckNeverPassed() throws Exception {
        RolledBack back = (RolledBack) Place.deploy(
                engine, place.app("v1", "sick", BLUE_GREEN, "")); // the grace of ten seconds is part of what is tested

        assertThat(back.reason()).contains("was not healthy within 10 s: GET /healthz answers 500");
        assertThat(back.still()).isEmpty();
    }

    @Test
    void goesBackToTheWarmReleaseAtOnce() throws Exception {
        deploy("v1", "", BLUE_GREEN);
        deploy("v2", "", BLUE_GREEN);
        List<String> warm = instances(1);

        try (Load load = new Load(place)) {
            Live back = (Live) engine.deployments()
                    .await(engine.deployments().rollback(Place.REF, Optional.empty(), "tester"), _ -> {});

            assertThat(back.release()).isEqualTo(1);
            assertThat(place.get("/")).startsWith("v1 ");
            load.close();
            assertThat(load.failures()).isEmpty();
        }
        assertThat(instances(1)).isEqualTo(warm);
        assertThat(status().live()).hasValue(1);
        assertThatThrownBy(() -> engine.deployments().rollback(Place.REF, Optional.empty(), "tester"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("No release was live in shop/local before release 1.");
    }

    @Test
    void replacesInstancesInBatches() throws Exception {
        String rolling = "strategy: rolling, batch: 1, window: 1h";
        deploy("v1", "", rolling);

        try (Load load = new Load(place)) {
            List<Transition> history = new ArrayList<>();
            Place.deploy(engine, place.app("v2", "", rolling, ""), history);

            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(history)
                    .filteredOn(transition -> transition.from() == RolloutState.THINNING)
                    .hasSize(2);
        }
        assertThat(place.get("/")).startsWith("v2 ");
        assertThat(status().slots()).hasSize(1);
    }

    @Test
    void bringsReplacedInstancesBackWhenALaterBatchFails() throws Exception {
        String rolling = "strategy: rolling, batch: 1, window: 1h";
        deploy("v1", "", rolling);
        String after = "strategy: rolling, batch: 1, window: 1h, after: {service: web, command: %s}"
                .formatted(Place.program("after", "4"));

        try (Load load = new Load(place)) {
            RolledBack back = (RolledBack) deploy("v2", "", after);

            assertThat(back.reason())
                    .isEqualTo(
                            "The after command failed: it ended with exit code 4, after saying \"job after says goodbye\".");
            load.close();
            assertThat(load.failures()).isEmpty();
        }
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(instances(1)).hasSize(2);
    }

    @Test
    void holdsRequestsWhileARecreatedReleaseStarts() throws Exception {
        String recreate = "strategy: recreate, window: 1h";
        deploy("v1", "", recreate);

        try (Load load = new Load(place)) {
            Live live = (Live) deploy("v2", "", recreate);

            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(live.loss())
                    .hasValueSatisfying(loss -> assertThat(loss.failed()).isZero());
        }
        assertThat(place.get("/")).startsWith("v2 ");
    }

    @Test
    void givesACanaryMoreTrafficStepByStep() throws Exception {
        String canary = "strategy: canary, steps: [20, 60], pause: 400ms, window: 1h";
        deploy("v1", "", canary);

        try (Load load = new Load(place)) {
            List<Transition> history = new ArrayList<>();
            Place.deploy(engine, place.app("v2", "", canary, ""), history);

            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.versions()).containsExactly("v1", "v2");
            assertThat(history)
                    .filteredOn(transition -> transition.from() == RolloutState.SHIFTING)
                    .extracting(Transition::note)
                    .containsExactly(
                            "green-2 has 20 % of the traffic",
                            "green-2 has 60 % of the traffic", "green-2 has 100 % of the traffic");
        }
    }

    @Test
    void takesACanaryBackThatFailsItsUsers() throws Exception {
        String canary = "strategy: canary, steps: [50], pause: 1h, window: 1h";
        deploy("v1", "", canary);

        try (Load load = new Load(place)) {
            RolledBack back = (RolledBack) deploy("v2", "fails", canary);

            assertThat(back.reason()).contains("requests to green-2 failed, which is more than 5 %");
        }
        assertThat(place.get("/")).startsWith("v1 ");
    }

    @Test
    void goesOnWithACanaryWhenStatisticsShowThatItIsNoWorse() throws Exception {
        String canary = "strategy: canary, steps: [50], pause: 6s, window: 1h, "
                + "analysis: {errors: 5%, slower: 300%, tail: 900%}";
        deploy("v1", "", canary);

        try (Load load = new Load(place)) {
            List<Transition> history = new ArrayList<>();
            DeployResult result = Place.deploy(engine, place.app("v2", "", canary, ""), history);

            assertThat(result).isInstanceOf(Live.class);
            assertThat(history)
                    .filteredOn(transition -> transition.from() == RolloutState.BAKING)
                    .extracting(Transition::note)
                    .singleElement()
                    .asString()
                    .startsWith("look 1 of 1: green-2 passes. ")
                    .contains("errors of web", "response times of web");
        }
        assertThat(verdicts()).extracting(CanaryVerdict::outcome).containsExactly(CanaryVerdict.Outcome.PASS);
    }

    @Test
    void tellsBeforehandHowLongACanaryTakesToItsVerdict() throws Exception {
        String canary = "strategy: canary, steps: [20, 60], pause: %s, window: 1h, "
                + "analysis: {errors: 5%%, slower: 300%%, tail: 900%%}";
        deploy("v1", "", canary.formatted("1h"));
        Plan unused = plan("v2", canary.formatted("1h"));
        assertThat(unused.verdict())
                .containsExactly(
                        "Nobody has sent a request since release 1 went live, so the time to a verdict is not known.");

        Load load = new Load(place);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> load.answered() > 500);
        load.close();

        Plan patient = plan("v2", canary.formatted("10h"));
        assertThat(patient.verdict())
                .satisfiesExactly(
                        errors -> assertThat(errors)
                                .startsWith("errors of web: the canary needs ")
                                .contains(" a second and 40 % of the traffic takes about "),
                        times -> assertThat(times).startsWith("response times of web: the canary needs "),
                        whole -> assertThat(whole)
                                .startsWith("A release as good as the live one passes after about ")
                                .endsWith("so at this traffic the steps, 1200 min in all, are long enough."));
        assertThat(plan("v2", canary.formatted("10ms")).verdict().getLast())
                .contains("so at this traffic the steps, 20 ms in all, are too short; take a longer pause, ");
        assertThat(patient.cost()).as("processes have no limits").isEmpty();
        assertThat(plan("v2", canary.formatted("10h")).hash())
                .as("whatever the traffic is by now")
                .isEqualTo(patient.hash());
    }

    @Test
    void takesACanaryBackThatStatisticsShowToBeWorse() throws Exception {
        String canary = "strategy: canary, steps: [20, 50], pause: 5s, window: 1h, analysis: {errors: 1%}";
        deploy("v1", "", canary);

        try (Load load = new Load(place)) {
            RolledBack back = (RolledBack) deploy("v2", "fails", canary);

            assertThat(back.reason()).startsWith("The canary is worse, by look 1 of 2: errors of web");
        }
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(verdicts()).extracting(CanaryVerdict::outcome).containsExactly(CanaryVerdict.Outcome.FAIL);
    }

    @Test
    void takesACanaryBackOrWaitsForAPersonWhenNobodyUsesIt() throws Exception {
        String canary = "strategy: canary, steps: [50], pause: 300ms, window: 1h, analysis: {%s}";
        deploy("v1", "", canary.formatted(""));

        RolledBack back = (RolledBack) deploy("v2", "", canary.formatted(""));
        assertThat(back.reason()).contains("could not be shown", "an analysis needs a metric");

        long held = engine.deployments()
                .deploy(Place.request(place.app("v3", "", canary.formatted("undecided: hold"), "")));
        Awaitility.await().until(() -> status().rollout().orElseThrow().paused());
        engine.deployments().request(Place.REF, Rollout.Request.PROMOTE, "tester");
        engine.deployments().resume(Place.REF, "tester");
        assertThat(engine.deployments().await(held, _ -> {})).isInstanceOf(Live.class);
    }

    @Test
    void tellsInstancesWhichImageTheyStandFor() throws Exception {
        AppFile app = place.app("v1", "", BLUE_GREEN, "");
        Files.writeString(app.file(), Files.readString(app.file()).replace("build: {}", "image: shop:1"));
        AppFile named = AppFile.read(app.file());
        Place.deploy(engine, named);

        Plan plan = engine.deployments()
                .plan(new DeployRequest(
                        named, "local", Map.of("web", "shop:2"), Optional.empty(), "tester", "", Map.of(), false));

        assertThat(plan.differences())
                .containsExactly(new Difference(
                        "services.web.variables.CREWYARD_IMAGE", Optional.of("shop:1"), Optional.of("shop:2")));
        assertThatThrownBy(() -> engine.deployments()
                        .plan(new DeployRequest(
                                named,
                                "local",
                                Map.of("web", "../v2"),
                                Optional.empty(),
                                "tester",
                                "",
                                Map.of(),
                                false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("--image web=../v2 is no folder");
    }

    @Test
    void pausesResumesPromotesAndAborts() throws Exception {
        String canary = "strategy: canary, steps: [10], pause: 1h, window: 1h";
        deploy("v1", "", canary);
        Deployments deployments = engine.deployments();

        long aborted = deployments.deploy(Place.request(place.app("v2", "", canary, "")));
        awaitState("baking");
        deployments.pause(Place.REF, "tester");
        assertThat(status().rollout().orElseThrow().paused()).isTrue();
        deployments.resume(Place.REF, "tester");
        deployments.request(Place.REF, Rollout.Request.ABORT, "tester");
        assertThat(((RolledBack) deployments.await(aborted, _ -> {})).reason()).isEqualTo("It was aborted by tester.");

        long promoted = deployments.deploy(Place.request(place.app("v3", "", canary, "")));
        awaitState("baking");
        assertThatThrownBy(() -> deployments.deploy(Place.request(place.app("v4", "", canary, ""))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Release 3 is on its way to local (watching the canary)");
        deployments.request(Place.REF, Rollout.Request.PROMOTE, "tester");
        assertThat(deployments.await(promoted, _ -> {})).isInstanceOf(Live.class);
        assertThat(place.get("/")).startsWith("v3 ");
    }

    @Test
    void expandsBeforeAndContractsWhenTheWindowHasClosed() throws Exception {
        String migrations = MIGRATIONS.formatted(Place.program("expand", "0"), Place.program("contract", "0"));
        String brief = "strategy: blue-green, window: 700ms";
        Place.deploy(engine, place.app("v1", "", brief, migrations));
        Place.deploy(engine, place.app("v2", "", brief, migrations));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(place.journalled())
                        .containsExactly("expand 1", "contract 1", "expand 2", "contract 2"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(status().rollout().orElseThrow().state()).isEqualTo("done"));
        assertThat(status().slots())
                .extracting(EnvironmentStatus.SlotStatus::release)
                .containsExactly(2);
        assertThatThrownBy(() -> engine.deployments().rollback(Place.REF, Optional.of(1), "tester"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("release 2 contracted the schema since");
    }

    @Test
    void stopsWhenTheMigrationFailsBeforeAnythingElseChanges() throws Exception {
        deploy("v1", "", BLUE_GREEN);
        String migrations = MIGRATIONS.formatted(Place.program("expand", "9"), Place.program("contract", "0"));

        RolledBack back = (RolledBack) Place.deploy(engine, place.app("v2", "", BLUE_GREEN, migrations));

        assertThat(back.reason()).startsWith("The expand command failed: it ended with exit code 9");
        assertThat(place.journalled()).containsExactly("expand 2");
        assertThat(place.get("/")).startsWith("v1 ");
    }

    @Test
    void closesTheWindowOfTheReleaseBeforeTheNextOne() throws Exception {
        deploy("v1", "", BLUE_GREEN);
        deploy("v2", "", BLUE_GREEN);
        deploy("v3", "", BLUE_GREEN);

        assertThat(status().slots())
                .extracting(slot -> slot.release() + " " + slot.state())
                .containsExactlyInAnyOrder("2 warm", "3 live");
    }

    @Test
    void plansWhatDiffersAndBindsAnApprovalToIt() throws Exception {
        deploy("v1", "", BLUE_GREEN);
        DeployRequest request = Place.request(place.app("v2", "", BLUE_GREEN, ""));
        Plan plan = engine.deployments().plan(request);

        assertThat(plan.differences())
                .contains(new Difference("services.web.variables.VERSION", Optional.of("v1"), Optional.of("v2")));
        assertThat(plan.from()).hasValue(1);
        DeployRequest other = new DeployRequest(
                place.app("v3", "", BLUE_GREEN, ""),
                "local",
                Map.of(),
                Optional.of(plan.hash()),
                "tester",
                "",
                Map.of(),
                false);
        assertThatThrownBy(() -> engine.deployments().deploy(other))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Plan %s was approved".formatted(plan.hash()));
    }

    @Test
    void deploysNothingDuringAFreezeUnlessAskedTo() throws Exception {
        String always = BLUE_GREEN + ", freeze: [{from: mon 00:00, to: sun 23:59}, {from: sun 23:58, to: mon 00:01}]";

        assertThatThrownBy(() -> deploy("v1", "", always))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("Nothing is deployed from ")
                .hasMessageEndingWith("wait, or say --during-freeze.");
    }

    @Test
    void saysThatThePortIsTakenAndLeavesNothingBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new java.net.InetSocketAddress("127.0.0.1", place.port));

            RolledBack back = (RolledBack) deploy("v1", "", BLUE_GREEN);

            assertThat(back.reason())
                    .startsWith("Port %d cannot be opened".formatted(place.port))
                    .endsWith("stop the program that has it, or publish another port.");
        }
    }

    @Test
    void startsAnInstanceAgainThatEndsByItself() throws Exception {
        deploy("v1", "", BLUE_GREEN);
        Instance victim = status().slots().getFirst().instances().getFirst();

        try (Load load = new Load(place)) {
            ProcessHandle.of(Long.parseLong(victim.handle())).orElseThrow().destroyForcibly();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> status().slots().getFirst().instances().stream()
                            .allMatch(instance -> instance.state() == Instance.State.RUNNING
                                    && (!instance.name().equals(victim.name()) || instance.restarts() == 1)));
            load.close();
            // Posts under way on the killed instance are lost with it; nobody may repeat them.
            assertThat(load.failures()).allMatch(failure -> failure.startsWith("502"));
        }
    }

    @Test
    void keepsSecretsOutOfWhatItStores() throws Exception {
        String secret = "sesame-" + place.port;
        Files.writeString(place.folder.resolve("marker"), "");
        var app = place.app("v1", "", BLUE_GREEN, "");
        Files.writeString(
                app.file(),
                Files.readString(app.file()).replace("    replicas: 2\n", "    replicas: 2\n    secrets: [TOKEN]\n"));
        DeployRequest request = new DeployRequest(
                com.crewyard.deployment.catalog.AppFile.read(app.file()),
                "local",
                Map.of(),
                Optional.empty(),
                "tester",
                "",
                Map.of("TOKEN", secret, "OTHER", "x"),
                false);

        Plan plan = engine.deployments().plan(request);
        engine.deployments().await(engine.deployments().deploy(request), _ -> {});

        assertThat(plan.toString()).doesNotContain(secret);
        Path kept = place.folder.resolve("state/environments/shop.local");
        assertThat(Files.readString(kept.resolve("keeper.json"))).doesNotContain(secret);
        assertThat(Files.getPosixFilePermissions(kept.resolve("secrets.json"))).hasSize(2);
    }

    private DeployResult deploy(String version, String behaviour, String rollout) throws InterruptedException {
        return Place.deploy(engine, place.app(version, behaviour, rollout, ""));
    }

    private Plan plan(String version, String rollout) {
        return engine.deployments().plan(Place.request(place.app(version, "", rollout, "")));
    }

    private List<CanaryVerdict> verdicts() {
        return engine.deployments()
                .rollout(status().rollout().orElseThrow().id())
                .verdicts();
    }

    private EnvironmentStatus status() {
        return engine.deployments().status(Place.REF).orElseThrow();
    }

    private List<String> instances(int release) {
        return status().slots().stream()
                .filter(slot -> slot.release() == release)
                .flatMap(slot -> slot.instances().stream())
                .map(instance -> instance.name() + " " + instance.handle())
                .toList();
    }

    private void awaitState(String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> status().rollout().orElseThrow().state().equals(state));
    }
}
