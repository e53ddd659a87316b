package com.crewyard.deployment.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place that environments run in has to hold. */
public abstract class TargetContract {

    protected static final EnvironmentRef REF = new EnvironmentRef("contract", "test");
    private static final SlotRef BLUE = new SlotRef("blue-1");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Target target;

    private long fence = 1;

    /** A target object on the place of this test; each one is as an engine of its own. */
    protected abstract Target open();

    /** Where the test application is. */
    protected abstract String image();

    /** Runs it. */
    protected abstract List<String> command(String... arguments);

    /** Before the first database. */
    protected abstract void providePostgres();

    /** What is still there of the environment. */
    protected abstract List<String> leftovers();

    /** How {@code ls -l} shows a folder that all instances may write to. */
    protected String sharedFolder() {
        return "drwxrwxrwt";
    }

    /** Where its router's ports are. */
    protected String front() {
        return "127.0.0.1";
    }

    @BeforeEach
    void begin() {
        target = open();
        target.prepare(1);
    }

    @AfterEach
    void end() {
        target.destroy(Long.MAX_VALUE);
        target.deleteData();
        client.close();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void startsInstancesOnceAndAnotherEngineFindsThem() {
        target.start(List.of(web(1, "v1"), web(2, "v1")), 1);
        target.instances().forEach(instance -> awaitAnswer(instance, "v1 " + instance.name()));
        List<String> handles = handles();

        Target another = open();
        another.prepare(2);
        another.start(List.of(web(1, "v1"), web(2, "v1")), 2);

        assertThat(another.instances())
                .extracting(Instance::name)
                .containsExactlyInAnyOrder("blue-1.web.1", "blue-1.web.2");
        assertThat(handles()).isEqualTo(handles);
        assertThat(another.instances()).allSatisfy(instance -> {
            assertThat(instance.slot()).isEqualTo(BLUE);
            assertThat(instance.service()).isEqualTo("web");
            assertThat(instance.release()).isEqualTo(1);
            assertThat(instance.state()).isEqualTo(Instance.State.RUNNING);
            assertThat(instance.restarts()).isZero();
        });
    }

    @Test
    void endsThoseItIsToldToAndKeepsWhatTheySaid() {
        target.start(List.of(web(1, "v1"), web(2, "v1")), 1);
        target.instances().forEach(instance -> awaitAnswer(instance, "v1 "));

        target.stop(List.of("blue-1.web.1"), 1);
        target.stop(List.of("blue-1.web.1", "blue-1.web.9"), 1);

        Awaitility.await().atMost(PATIENCE).until(() -> handles().size() == 1);
        assertThat(target.instances()).extracting(Instance::name).containsExactly("blue-1.web.2");
        assertThat(target.logs(Optional.of("web"), Optional.of(BLUE), 10))
                .contains(
                        new LogLine("blue-1.web.1", "version v1 starts"),
                        new LogLine("blue-1.web.2", "version v1 starts"));
    }

    @Test
    void refusesAnEngineThatAnotherHasTakenOverFrom() {
        target.prepare(7);
        Target stale = open();

        assertThatThrownBy(() -> stale.prepare(6)).isInstanceOf(StaleFenceException.class);
        assertThatThrownBy(() -> stale.start(List.of(web(1, "v1")), 6)).isInstanceOf(StaleFenceException.class);
        assertThatThrownBy(() -> stale.stop(List.of("blue-1.web.1"), 6)).isInstanceOf(StaleFenceException.class);
        assertThatThrownBy(() -> stale.job(job("late", "0"), 6)).isInstanceOf(StaleFenceException.class);
        assertThat(target.instances()).isEmpty();
    }

    @Test
    void startsAgainWhatEndsByItselfAndTellsHow() {
        target.start(List.of(instance(1, "v1", "dies")), 1);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> target.instances().stream()
                        .anyMatch(instance -> instance.restarts() >= 3
                                && (instance.last().equals(Optional.of("exit code 7")) || !seesEveryEnd())));
    }

    /** Whether somebody who looks sees how an instance ended that was started again at once. */
    protected boolean seesEveryEnd() {
        return true;
    }

    @Test
    void runsAJobOnceAndRemembersHowItEnded() {
        awaitEnd(job("first", "0"));
        Target another = open();

        assertThat(another.job(job("first", "0"), 1)).isInstanceOf(JobStatus.Succeeded.class);
        assertThat(said("first")).isEqualTo("job first says goodbye\n");
        assertThat(awaitEnd(job("second", "4")))
                .isEqualTo(
                        new JobStatus.Failed(4, "it ended with exit code 4, after saying \"job second says goodbye\""));
    }

    @Test
    void endsAJobThatTakesTooLong() {
        JobSpec slow = new JobSpec(
                "slow",
                List.of("/bin/sh", "-c", "echo begun; sleep 60"),
                image(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Duration.ofSeconds(1));

        assertThat(awaitEnd(slow))
                .isEqualTo(new JobStatus.Failed(
                        JobStatus.Failed.WITHOUT_CODE,
                        "it was not done after 1 s and was ended, after saying \"begun\""));
    }

    @Test
    void tellsEachLineOfALogOnce() {
        target.start(List.of(web(1, "v1")), 1);
        awaitAnswer(target.instances().getFirst(), "v1 ");
        LogPage first = target.logsSince(Optional.of("web"), Map.of());
        assertThat(first.lines()).containsExactly(new LogLine("blue-1.web.1", "version v1 starts"));

        LogPage nothing = target.logsSince(Optional.of("web"), first.cursor());
        assertThat(nothing.lines()).isEmpty();
        target.start(List.of(web(2, "v2")), 1);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(target.logsSince(Optional.of("web"), nothing.cursor())
                                .lines())
                        .containsExactly(new LogLine("blue-1.web.2", "version v2 starts")));
        assertThat(target.logsSince(Optional.of("api"), Map.of()).lines()).isEmpty();
    }

    @Test
    void givesSecretsToThoseWhoNameThem() {
        target.secrets(Map.of("TOKEN", "open sesame"));

        assertThat(open().secretNames()).containsExactly("TOKEN");
        awaitEnd(shell("tell", "echo token=$TOKEN greeting=$GREETING", List.of("TOKEN")));
        assertThat(said("tell")).isEqualTo("token=open sesame greeting=hello\n");
        awaitEnd(shell("tell-nothing", "echo token=$TOKEN", List.of()));
        assertThat(said("tell-nothing")).isEqualTo("token=\n");
        assertThatThrownBy(() -> target.job(shell("missing", "true", List.of("OTHER")), 1))
                .isInstanceOf(TargetException.class)
                .hasMessage("The secret OTHER was not handed over.");
    }

    @Test
    void keepsDatabasesUntilTheyAreDeleted() throws Exception {
        providePostgres();
        target.databases(Map.of("DATABASE_URL", "main"), Optional.of("18"), 1);
        target.databases(Map.of("DATABASE_URL", "main"), Optional.of("18"), 1);
        execute("create table kept (word text)", "insert into kept values ('still here')");

        target.destroy(2);
        assertThat(target.exists()).isFalse();
        assertThat(target.data()).isPresent();
        target = open();
        fence = 3;
        target.prepare(fence);
        target.databases(Map.of("DATABASE_URL", "main"), Optional.of("18"), fence);

        assertThat(query("select word from kept")).isEqualTo("still here");
        target.destroy(4);
        target.deleteData();
        assertThat(target.data()).isEmpty();
    }

    @Test
    void sharesFoldersUntilTheyAreDeleted() {
        target.folders(Map.of("FILES", "uploads"), image(), 1);
        target.folders(Map.of("FILES", "uploads"), image(), 1);
        awaitEnd(shell("write", "echo kept > \"$FILES/word\"", List.of("FILES")));

        target.destroy(2);
        assertThat(target.data()).hasValueSatisfying(place -> assertThat(place).isNotEmpty());
        target = open();
        fence = 3;
        target.prepare(fence);
        target.folders(Map.of("FILES", "uploads"), image(), fence);

        assertThat(awaitEnd(shell("read", "cat \"$FILES/word\"; ls -ld \"$FILES\"", List.of("FILES"))))
                .isInstanceOf(JobStatus.Succeeded.class);
        assertThat(said("read")).startsWith("kept\nd").containsPattern(sharedFolder());
        target.destroy(4);
        target.deleteData();
        assertThat(target.data()).isEmpty();
    }

    @Test
    void carriesRequestsToItsInstances() throws Exception {
        int port = FreePort.next();
        target.carriedBy(Optional.empty(), 1);
        target.start(List.of(web(1, "v1")), 1);
        Instance instance = target.instances().getFirst();
        awaitAnswer(instance, "v1 ");

        target.router()
                .apply(new RoutingTable(
                        1,
                        List.of(new Listener(port, List.of(new Route(Route.ANY_HOST, "/", "web")))),
                        List.of(new Backend(
                                "web",
                                false,
                                List.of(new Share(
                                        BLUE,
                                        Share.WHOLE,
                                        List.of(instance.endpoint().orElseThrow())))))));

        assertThat(get(front(), port)).startsWith("v1 ");
        assertThat(open().router().counters().requests(BLUE)).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindAndMayBeDestroyedTwice() {
        assertThat(target.exists()).isTrue();
        target.start(List.of(web(1, "v1")), 1);
        awaitEnd(job("first", "0"));

        target.destroy(2);
        target.destroy(3);

        assertThat(target.exists()).isFalse();
        assertThat(leftovers()).isEmpty();
        target = open();
        target.prepare(4);
        assertThat(target.instances()).isEmpty();
    }

    private InstanceSpec web(int ordinal, String version) {
        return instance(ordinal, version, "");
    }

    private InstanceSpec instance(int ordinal, String version, String behaviour) {
        return new InstanceSpec(
                "blue-1.web." + ordinal,
                BLUE,
                "web",
                1,
                command(),
                image(),
                Map.of("VERSION", version, "BEHAVIOUR", behaviour),
                List.of(),
                OptionalInt.of(8080),
                Optional.empty(),
                Duration.ofSeconds(5));
    }

    private JobSpec job(String id, String exitCode) {
        return new JobSpec(
                id,
                command(id, exitCode),
                image(),
                Optional.empty(),
                Map.of("JOURNAL", "/dev/null"),
                List.of(),
                Duration.ofSeconds(30));
    }

    private JobSpec shell(String id, String script, List<String> secrets) {
        return new JobSpec(
                id,
                List.of("/bin/sh", "-c", script),
                image(),
                Optional.empty(),
                Map.of("GREETING", "hello"),
                secrets,
                Duration.ofSeconds(30));
    }

    private JobStatus awaitEnd(JobSpec job) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> target.job(job, fence), status -> !(status instanceof JobStatus.Running));
    }

    private String said(String job) {
        return new String(target.jobOutput(job, 0).bytes(), StandardCharsets.UTF_8);
    }

    private List<String> handles() {
        return target.instances().stream().map(Instance::handle).sorted().toList();
    }

    private void awaitAnswer(Instance instance, String answer) {
        Endpoint endpoint = target.reach(instance.endpoint().orElseThrow());
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(get(endpoint.host(), endpoint.port())).startsWith(answer));
    }

    private String get(String host, int port) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://%s:%d/".formatted(host, port)))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private void execute(String... statements) throws Exception {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String query(String sql) throws Exception {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** As an instance would find it. */
    private Connection database() throws Exception {
        JobSpec tell = new JobSpec(
                "address-" + System.nanoTime(),
                List.of("/bin/sh", "-c", "echo $DATABASE_URL"),
                image(),
                Optional.empty(),
                Map.of(),
                List.of("DATABASE_URL"),
                Duration.ofSeconds(30));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> target.job(tell, fence), status -> !(status instanceof JobStatus.Running));
        URI address = URI.create(said(tell.id()).strip());
        String[] access = Stream.of(address.getUserInfo().split(":", 2)).toArray(String[]::new);
        Endpoint endpoint = target.reach(new Endpoint("database", address.getHost(), address.getPort()));
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(endpoint.host(), endpoint.port(), address.getPath()),
                access[0],
                access.length > 1 ? access[1] : null);
    }
}
