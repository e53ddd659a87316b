package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.targets.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Has the engine die at moments around the transitions that it commits, starts another one, and looks at what it comes to. {@link Death}
 * says how, and at how many of the moments.
 */
class CrashTest {

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
        try {
            Death.firstRelease(place.settings(), app(place, "v0", "", quick, ""));
            AtomicInteger release = new AtomicInteger(1);
            AtomicInteger live = new AtomicInteger(1);
            int deaths = Death.each(rollout + behaviour, (moment, killed) -> {
                Files.deleteIfExists(place.journal());
                AppFile next = app(place, "v" + release.incrementAndGet(), behaviour, quick, migrations);
                live.set(fails ? live.get() : release.get());
                boolean died;
                EnvironmentStatus status;
                try (Load load = new Load(place)) {
                    died = Death.during(place, next, Optional.empty(), killed, moment);
                    status = Death.settled(place.settings(), Place.REF);
                    load.close();
                    assertThat(load.failures()).as("moment %d", moment).isEmpty();
                }
                check(place, status, moment, live.get(), release.get(), fails);
                return died;
            });
            System.out.printf(
                    "%s%s: the engine died at %d moments, and each time it came to the right end%n",
                    rollout, fails ? ", a release that is sick" : "", deaths);
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
