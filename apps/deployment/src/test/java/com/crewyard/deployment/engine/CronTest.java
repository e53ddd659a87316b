package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.cron.CronTimes;
import com.crewyard.deployment.engine.CronView.Run;
import com.crewyard.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that run at times of their own, on several engines that may die. */
class CronTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void runsAtItsTimeOnceWhoeverWorksAndWhoeverDies() throws Exception {
        Place place = new Place(folder);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("database"), _ -> {})) {
            String url = database.url().uri();
            EngineSettings settings = new EngineSettings(folder.resolve("state"), Optional.of(url));
            try (Engine engine = Engine.start(settings, _ -> {});
                    Engine other = Engine.start(settings, _ -> {})) {
                Place.deploy(engine, app(place));
                assertThat(other.works()).isTrue();

                makeDue(engine, 5);

                Run run = await(engine, "passed", 1);
                assertThat(run.output()).isEqualTo("at work\n");
                assertThat(began(place)).as("once among both").isEqualTo(1);
                assertThat(runs(engine, "missed"))
                        .as("those before are told")
                        .singleElement()
                        .satisfies(
                                missed -> assertThat(missed.note())
                                        .matches(
                                                "[2345] runs from .* on were missed, for no engine worked; that of .* makes up for them\\."));
                assertThat(engine.deployments().logs(Place.REF).last(Optional.of("tick"), 10))
                        .singleElement()
                        .satisfies(line -> assertThat(line.text()).isEqualTo("at work"));
            }

            forgetRuns();
            Files.writeString(folder.resolve("slow"), "");
            Process node = node(url);
            try (Engine engine = Engine.lookOn(settings, _ -> {})) {
                makeDue(engine, 1);
                Awaitility.await().atMost(PATIENCE).until(() -> began(place) == 2);
            } finally {
                node.destroyForcibly().waitFor();
            }
            Files.delete(folder.resolve("slow"));
            try (Engine engine = Engine.start(settings, _ -> {})) {
                await(engine, "passed", 2);
                assertThat(began(place))
                        .as("what the dead one had begun is not begun again")
                        .isEqualTo(2);

                forgetRuns();
                Files.writeString(folder.resolve("fails"), "");
                makeDue(engine, 1);
                await(engine, "failed", 1);
                assertThat(engine.deployments().status(Place.REF).orElseThrow().attention())
                        .singleElement()
                        .asString()
                        .startsWith("The cron job tick failed at ");
                engine.deployments().destroy(Place.REF, "tester", true);
            }
        }
        assertThat(Place.processes(folder.resolve("state"))).isEmpty();
    }

    @Test
    void countsTheTimesThatPassed() {
        Instant start = Instant.parse("2026-03-01T10:00:00Z");

        assertThat(CronTimes.between("30 10 * * *", start, start.plusSeconds(1799)))
                .isEmpty();
        assertThat(CronTimes.between("30 10 * * *", start, start.plusSeconds(1800)))
                .hasValueSatisfying(times -> assertThat(times.missed()).isZero());
        assertThat(CronTimes.between("0 * * * *", start, start.plus(Duration.ofHours(3))))
                .hasValueSatisfying(
                        times -> assertThat(times.told())
                                .isEqualTo(
                                        "2 runs from 2026-03-01 11:00 on were missed, for no engine worked; that of 2026-03-01 13:00 makes up for them."));
    }

    @Test
    void refusesATimeThatIsReadInDifferentWays() {
        Place place = new Place(folder);
        AppFile app = place.app(
                "v1",
                "",
                "strategy: blue-green",
                "cron: {odd: {service: web, schedule: \"0 0 1 * mon\", command: [\"true\"]}}\n");

        try (Engine engine = Engine.start(place.settings(), _ -> {})) {
            assertThatThrownBy(() -> engine.deployments().plan(Place.request(app)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("cron.odd.schedule: \"0 0 1 * mon\" names days of the month and of the week");
        }
    }

    private AppFile app(Place place) {
        Path journal = folder.resolve("cron-journal");
        return place.app("v1", "", "strategy: blue-green, window: 1h", """
                cron:
                  tick:
                    service: web
                    schedule: "%d * * * *"
                    command: ["/bin/sh", "-c", "echo at work; echo began >> %s; while [ -e %s ]; do sleep 0.1; done; [ ! -e %s ]"]
                """.formatted(
                        ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(10).getMinute(),
                        journal,
                        folder.resolve("slow"),
                        folder.resolve("fails")));
    }

    /** The same time comes again in this test, and a target does nothing twice that it knows by name. */
    private void forgetRuns() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state/environments/shop.local/jobs"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** As if nobody had worked for some hours, and what was done had been done the day before. */
    private static void makeDue(Engine engine, int hours) {
        JdbcClient jdbc = JdbcClient.create(engine.database());
        jdbc.sql("update deploy.cron_run set due_at = due_at - interval '1 day'")
                .update();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> hurry(jdbc) >= 0
                        && jdbc.sql("update deploy.cron_job set seen_until = seen_until - make_interval(hours => ?)")
                                        .param(hours)
                                        .update()
                                == 1);
        Awaitility.await().atMost(PATIENCE).until(() -> hurry(jdbc) == 1);
    }

    /** Has whoever works look at what is due. */
    private static int hurry(JdbcClient jdbc) {
        return jdbc.sql(
                        "update deploy.upkeep_task set execution_time = now() where task_name = 'minute' and not picked")
                .update();
    }

    private static List<Run> runs(Engine engine, String state) {
        return engine.cron().cron(Place.REF, Optional.of("tick"), 100).runs().stream()
                .filter(run -> run.state().equals(state))
                .toList();
    }

    private static Run await(Engine engine, String state, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runs(engine, state), found -> found.size() >= count)
                .getFirst();
    }

    private static long began(Place place) throws Exception {
        Path journal = place.folder.resolve("cron-journal");
        return Files.exists(journal) ? Files.readAllLines(journal).size() : 0;
    }

    private Process node(String url) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=com/crewyard/deployment/background-log.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkingNode.class.getName(),
                        folder.resolve("state").toString(),
                        url))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
    }
}
