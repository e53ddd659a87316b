package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Engines that die while they deploy, and those that come after them. Half of them crash from within, half are killed with -9 from
 * outside. It is one for each release, unless {@code crewyard.crash.every} says at which of the moments: 1 is each.
 */
final class Death {

    /** Each release comes through more than these, and none through more than those. */
    private static final int FEWEST_MOMENTS = 24;

    private static final int MOST_MOMENTS = 400;

    private static final int EVERY = Integer.getInteger("crewyard.crash.every", MOST_MOMENTS);

    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Death() {}

    /** What somebody does about a release at whose moment the engine is to die. */
    @FunctionalInterface
    interface Trial {
        /** Gives whether it died. */
        boolean at(int moment, boolean killed) throws Exception;
    }

    /**
     * Tries moment after moment until one is behind the last. The first is another one for each release, so that few deaths are spread
     * over what releases come through.
     *
     * @return how often it died
     */
    static int each(String release, Trial trial) throws Exception {
        int first = 1 + Math.floorMod(release.hashCode(), Math.min(EVERY, FEWEST_MOMENTS));
        int deaths = 0;
        for (int moment = first;
                moment <= MOST_MOMENTS && trial.at(moment, (first + deaths) % 2 == 0);
                moment += EVERY) {
            deaths++;
        }
        return deaths;
    }

    static void firstRelease(EngineSettings settings, AppFile app) throws InterruptedException {
        try (Engine engine = Engine.start(settings, _ -> {})) {
            assertThat(Place.deploy(engine, app)).isInstanceOf(DeployResult.Live.class);
            EnvironmentRef environment = new EnvironmentRef(app.spec().app(), Place.REF.environment());
            Awaitility.await().atMost(LONGEST).until(() -> isOver(engine, environment));
        }
    }

    /**
     * Lets an engine deploy and die; gives whether it came to that moment.
     *
     * @param containers the address of the container engine, where there is one
     * @param killed from outside, or else it crashes from within
     */
    static boolean during(Place place, AppFile app, Optional<String> containers, boolean killed, int moment)
            throws Exception {
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
                        killed ? "wait" : "halt",
                        String.valueOf(moment),
                        seen.toString(),
                        containers.orElse("")))
                .redirectErrorStream(true)
                .redirectOutput(place.folder.resolve("engine.log").toFile())
                .start();
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> !engine.isAlive() || seen(seen).size() >= moment);
        if (engine.isAlive() && !killed) {
            assertThat(engine.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        if (engine.isAlive()) {
            engine.destroyForcibly().waitFor();
        }
        List<String> moments = seen(seen);
        assertThat(moments)
                .as(Files.readString(place.folder.resolve("engine.log")))
                .isNotEmpty();
        return moments.size() >= moment;
    }

    /** Another engine finishes what the dead one had begun. */
    static EnvironmentStatus settled(EngineSettings settings, EnvironmentRef environment) {
        try (Engine engine = Engine.start(settings, _ -> {})) {
            Awaitility.await().atMost(LONGEST).until(() -> isOver(engine, environment));
            return engine.deployments().status(environment).orElseThrow();
        }
    }

    private static boolean isOver(Engine engine, EnvironmentRef environment) {
        return engine.deployments()
                .status(environment)
                .flatMap(EnvironmentStatus::rollout)
                .filter(rollout -> Set.of("done", "rolled-back").contains(rollout.state()))
                .isPresent();
    }

    private static List<String> seen(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }
}
