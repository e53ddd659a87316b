package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.postgres.DatabaseAccess;
import com.crewyard.postgres.DatabaseUrl;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases that the environment brings itself, and commands that people run in it. */
class OwnDatabaseTest {

    private static final String DATABASE = "databases: {main: {engine: postgres, version: 18, env: DATABASE_URL}}\n";

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
    }

    @Test
    void keepsWhatIsInItWhenTheKeeperDiesAndWhenTheEnvironmentIsDestroyed() throws Exception {
        Place.deploy(engine, app());
        String address = said("echo \"$DATABASE_URL\"").strip();
        assertThat(address).startsWith("postgresql://").contains("/main");
        execute(address, "create table note (text text)");
        execute(address, "insert into note values ('kept')");

        kill("keeper");
        assertThat(said("echo \"$DATABASE_URL\"").strip())
                .as("the same server, taken over")
                .isEqualTo(address);
        assertThat(note(address)).isEqualTo("kept");

        Destroyed end = engine.deployments().destroy(Place.REF, "tester", false);
        assertThat(end.data())
                .hasValueSatisfying(folder -> assertThat(Path.of(folder)).isDirectory());
        assertThatThrownBy(() -> note(address)).as("its server has ended").isNotNull();

        Place.deploy(engine, app());
        assertThat(note(said("echo \"$DATABASE_URL\"").strip())).isEqualTo("kept");
        assertThat(engine.deployments().destroy(Place.REF, "tester", true).data())
                .isEmpty();
    }

    @Test
    void leavesADatabaseAloneThatSomebodyGaveTheAddressOf() throws Exception {
        AppFile app = app();
        engine.deployments()
                .await(
                        engine.deployments()
                                .deploy(new DeployRequest(
                                        app,
                                        "local",
                                        Map.of(),
                                        Optional.empty(),
                                        "tester",
                                        "",
                                        Map.of("DATABASE_URL", "postgresql://elsewhere/other"),
                                        false)),
                        _ -> {});

        assertThat(said("echo \"$DATABASE_URL\"")).isEqualTo("postgresql://elsewhere/other\n");
        assertThat(engine.deployments().destroy(Place.REF, "tester", false).data())
                .isEmpty();
    }

    @Test
    void runsACommandOnceAndGivesItsOutputAndItsExitCode() throws Exception {
        assertThatThrownBy(() -> run(List.of("true"), Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Nothing was deployed");
        Place.deploy(engine, app());
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        JobStatus failed = engine.deployments()
                .run(
                        Place.REF,
                        request(List.of("/bin/sh", "-c", "echo $VERSION; exit 7"), Optional.empty(), 60),
                        output::writeBytes);

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("v1\n");
        assertThat(failed).isEqualTo(new JobStatus.Failed(7, "it ended with exit code 7, after saying \"v1\""));
        assertThat(run(List.of("/bin/sh", "-c", "sleep 30"), Optional.of("web")))
                .isInstanceOfSatisfying(
                        JobStatus.Failed.class,
                        overdue -> assertThat(overdue.ending()).contains("not done after 1 s"));
        assertThatThrownBy(() -> run(List.of("true"), Optional.of("wbe")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no service \"wbe\"; it has web");
    }

    private AppFile app() {
        return place.app("v1", "", "strategy: blue-green, window: 1h", DATABASE);
    }

    private JobStatus run(List<String> command, Optional<String> service) throws InterruptedException {
        return engine.deployments().run(Place.REF, request(command, service, 1), _ -> {});
    }

    private static RunRequest request(List<String> command, Optional<String> service, int seconds) {
        return new RunRequest(service, command, Duration.ofSeconds(seconds), "tester");
    }

    private String said(String line) throws InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        engine.deployments()
                .run(Place.REF, request(List.of("/bin/sh", "-c", line), Optional.empty(), 60), output::writeBytes);
        return output.toString(StandardCharsets.UTF_8);
    }

    private void kill(String who) {
        Path folder = place.folder.resolve("state").resolve("environments");
        ProcessHandle keeper = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(who + ".args") && line.contains(folder.toString()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        keeper.destroyForcibly();
        Awaitility.await().until(() -> !keeper.isAlive());
        assertThat(Files.isDirectory(folder)).isTrue();
    }

    private static String note(String address) {
        try (HikariDataSource pool =
                DatabaseAccess.open(DatabaseUrl.parse(address)).pool(1)) {
            return JdbcClient.create(pool)
                    .sql("select text from note")
                    .query(String.class)
                    .single();
        }
    }

    private static void execute(String address, String sql) {
        try (HikariDataSource pool =
                DatabaseAccess.open(DatabaseUrl.parse(address)).pool(1)) {
            JdbcClient.create(pool).sql(sql).update();
        }
    }
}
