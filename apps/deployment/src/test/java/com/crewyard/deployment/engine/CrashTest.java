package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.targets.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills the engine at every moment around every transition that it commits, starts another one, and looks at what it comes
 * to. Half of the moments by a crash from within, half by kill -9 from outside. {@code crewyard.crash.every} thins the
 * moments out, beginning at another one for each release: 1 tries each.
 */
class CrashTest {

    private static final int EVERY = Integer.getInteger("crewyard.crash.every", 131);
    /** Each release comes through more than these. */
    private static final int FEWEST_MOMENTS = 24;

    private static final Duration LONGEST = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'strategy: blue-green, window: 100ms', ''",
        "'strategy: blue-green, window: 100ms', sick",
        "'strategy: recreate, window: 100ms', ''",
        "'strategy: recreate, window: 100ms', sick",
        "'strategy: rolling, batch: 1, window: 100ms', ''",
        "'strategy: rolling, batch: 1, window: 100ms', sick",
        "'strategy: canary, steps: [50], pause: 100ms, window: 100ms', ''",
        "'strategy: canary, steps: [50], pause: 100ms, window: 100ms', sick",
        "'strategy: shadow, pause: 100ms, window: 100ms', ''"
    })
    void comesToTheSameEndWhereverItDied(String rollout, String behaviour) throws Exception {
        boolean fails = behaviour.equals("sick");
        Place place = new Place(folder);
        String migrations = """
                migrations:
                  expand: {service: web, command: %s}
                  contract: {service: web, command: %s}
                """.formatted(Place.program("expand", "0"), Place.program("contract", "0"));
        String quick = rollout.replace("}", "");
        int release = 0;
        int tried = 0;
        try {
            begin(place, app(place, "v0", "", quick, ""));
            release++;
            int live = 1;
            int moments = Integer.MAX_VALUE;
            for (int moment = 1 + Math.floorMod((rollout + behaviour).hashCode(), Math.min(EVERY, FEWEST_MOMENTS));
                    moment <= moments;
                    moment += EVERY) {
                Files.deleteIfExists(place.journal());
                AppFile next = app(place, "v" + (release + 1), behaviour, quick, migrations);
                EnvironmentStatus status;
                try (Load load = new Load(place)) {
                    moments = run(place, next, tried % 2 == 0 ? "halt" : "wait", moment);
                    status = settle(place);
                    load.close();
                    assertThat(load.failures()).as("moment %d", moment).isEmpty();
                }
                release++;
                live = fails ? live : release;
                tried++;
                check(place, status, moment, live, release, fails);
            }
            System.out.printf(
                    "%s%s: the engine died at %d moments, and each time it came to the right end%n",
                    rollout, fails ? ", a release that is sick" : "", tried);
        } finally {
            place.clear();
            assertThat(Place.processes(folder.resolve("state"))).isEmpty();
        }
    }

    /** Short graces, for what is tried is not how long a sick release is given. */
    private static AppFile app(Place place, String version, String behaviour, String rollout, String migrations)
            throws IOException {
        AppFile app = place.app(version, behaviour, rollout, migrations);
        Files.writeString(
                app.file(),
                Files.readString(app.file())
                        .replace("grace: 10s", behaviour.isEmpty() ? "grace: 20s" : "grace: 1500ms"));
        return AppFile.read(app.file());
    }

    private static void begin(Place place, AppFile first) throws InterruptedException {
        try (Engine engine = Engine.start(place.settings(), _ -> {})) {
            Place.deploy(engine, first);
            Awaitility.await().atMost(LONGEST).until(() -> isOver(engine));
        }
    }

    private static boolean isOver(Engine engine) {
        return engine.deployments()
                .status(Place.REF)
                .flatMap(EnvironmentStatus::rollout)
                .filter(rollout -> Set.of("done", "rolled-back").contains(rollout.state()))
                .isPresent();
    }

    /** Lets the engine deploy and die; gives how many moments it came through, or no bound when it died. */
    private static int run(Place place, AppFile app, String how, int moment) throws Exception {
        Path seen = place.folder.resolve("moments");
        Files.deleteIfExists(seen);
        Process engine = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=com/crewyard/deployment/background-log.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingEngine.class.getName(),
                        place.folder.resolve("state").toString(),
                        app.file().toString(),
                        how,
                        String.valueOf(moment),
                        seen.toString()))
                .redirectErrorStream(true)
                .redirectOutput(place.folder.resolve("engine.log").toFile())
                .start();
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> !engine.isAlive() || seen(seen).size() >= moment);
        if (engine.isAlive() && how.equals("halt")) {
            assertThat(engine.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        if (engine.isAlive()) {
            engine.destroyForcibly().waitFor();
        }
        List<String> moments = seen(seen);
        assertThat(moments)
                .as(Files.readString(place.folder.resolve("engine.log")))
                .isNotEmpty();
        return moments.size() < moment ? 0 : Integer.MAX_VALUE;
    }

    private static List<String> seen(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Another engine finishes what the dead one had begun. */
    private static EnvironmentStatus settle(Place place) {
        try (Engine engine = Engine.start(place.settings(), _ -> {})) {
            Awaitility.await().atMost(LONGEST).until(() -> isOver(engine));
            return engine.deployments().status(Place.REF).orElseThrow();
        }
    }

    private static void check(Place place, EnvironmentStatus status, int moment, int live, int release, boolean fails) {
        assertThat(status.live()).as("moment %d", moment).hasValue(live);
        assertThat(status.slots()).as("one slot after moment %d", moment).hasSize(1);
        List<Instance> instances = status.slots().getFirst().instances();
        assertThat(instances)
                .as("moment %d", moment)
                .hasSize(2)
                .allMatch(instance -> instance.state() == Instance.State.RUNNING && instance.restarts() == 0);
        Set<String> wanted = instances.stream().map(Instance::handle).collect(Collectors.toSet());
        List<String> orphans = new ArrayList<>();
        Place.processes(place.folder.resolve("state")).forEach(process -> {
            if (!wanted.contains(String.valueOf(process.pid()))) {
                orphans.add(process.toString() + process.info().commandLine().orElse(""));
            }
        });
        assertThat(orphans).as("moment %d", moment).isEmpty();
        assertThat(place.journalled())
                .as("migrations after moment %d", moment)
                .containsExactlyElementsOf(
                        fails ? List.of("expand " + release) : List.of("expand " + release, "contract " + release));
        assertThat(place.get("/")).startsWith("v" + (live == 1 ? 0 : live) + " ");
    }
}
