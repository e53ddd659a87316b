package com.crewyard.deployment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.ConsoleAddress;
import com.crewyard.deployment.access.SignInLink;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.deployment.engine.AuditQuery;
import com.crewyard.deployment.engine.ConsoleRunsException;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.Place;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** A console with its engine, and the commands' side of the wire. */
class ServerTest {

    private static final String BLUE_GREEN = "strategy: blue-green, window: 1h";

    private Place place;
    private Path state;
    private ConfigurableApplicationContext console;
    private URI address;
    private Operations here;
    private Operations there;

    @BeforeEach
    void start(@TempDir Path folder) {
        place = new Place(folder);
        state = place.settings().state();
        console = DeploymentApplication.application().run("--server.port=0", "--engine.state=" + state);
        address = URI.create("http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port"));
        here = console.getBean(Engine.class).deployments();
        there = new RemoteOperations(new Server(address, token()), Optional.empty());
    }

    @AfterEach
    void stop() {
        here.destroy(Place.REF, "tester", true);
        console.close();
        assertThat(Place.processes(state)).isEmpty();
    }

    @Test
    void deploysThroughTheServerAsAnEngineHereWould() throws Exception {
        AppFile first = place.app("v1", "", BLUE_GREEN, "");
        Plan plan = there.plan(Place.request(first));
        assertThat(plan).isEqualTo(here.plan(Place.request(first)));
        List<Transition> history = new ArrayList<>();

        DeployResult result = there.await(there.deploy(Place.request(first)), history::add);

        assertThat(result).isInstanceOfSatisfying(DeployResult.Live.class, live -> {
            assertThat(live.release()).isEqualTo(1);
            assertThat(live.addresses()).containsExactly(Map.entry("web", "http://localhost:" + place.port));
            assertThat(live.loss()).isPresent();
        });
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(history)
                .extracting(Transition::from)
                .containsSequence(RolloutState.STARTING, RolloutState.CHECKING, RolloutState.SHIFTING);
        there.await(there.deploy(Place.request(place.app("v2", "", BLUE_GREEN, ""))), _ -> {});
        assertThat(there.status(Place.REF)).isEqualTo(here.status(Place.REF)).isPresent();
        assertThat(there.statuses()).isEqualTo(here.statuses()).hasSize(1);
        assertThat(there.releases(Place.REF, 5))
                .isEqualTo(here.releases(Place.REF, 5))
                .hasSize(2);
        assertThat(there.rollouts(Place.REF, 5))
                .isEqualTo(here.rollouts(Place.REF, 5))
                .hasSize(2);

        assertThat(there.await(there.rollback(Place.REF, Optional.of(1), "tester"), _ -> {}))
                .isInstanceOfSatisfying(
                        DeployResult.Live.class,
                        live -> assertThat(live.release()).isEqualTo(1));
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(there.audit(new AuditQuery(Optional.of("shop"), Optional.empty(), Optional.empty(), 10)))
                .extracting(AuditLine::action)
                .containsExactly("rollback", "deploy", "deploy");
        assertThat(there.destroy(Place.REF, "tester", false).was()).isTrue();
        assertThat(there.status(Place.REF)).isEmpty();
    }

    @Test
    void readsLogsOnFromACursor() throws Exception {
        there.await(there.deploy(Place.request(place.app("v1", "", BLUE_GREEN, ""))), _ -> {});

        assertThat(there.logs(Place.REF).last(Optional.of("web"), 10))
                .extracting(LogLine::text)
                .containsExactly("version v1 starts", "version v1 starts");
        LogPage page = there.logs(Place.REF).since(Optional.empty(), Map.of());
        assertThat(page.lines()).hasSize(2);
        assertThat(there.logs(Place.REF).since(Optional.empty(), page.cursor()).lines())
                .isEmpty();
        assertThat(ask("/environments/shop/local/logs?cursor=abc").body()).contains("cursor is", "none of ours");
    }

    @Test
    void refusesWithTheSameWordsAndLeavesEverythingAsItIs() throws Exception {
        AppFile app = place.app("v1", "", BLUE_GREEN, "");
        DeployRequest old = new DeployRequest(
                app, "local", Map.of(), Optional.of("0123456789abcdef"), "tester", "", Map.of(), false);
        for (Operations operations : List.of(here, there)) {
            assertThatThrownBy(() -> operations.deploy(old)).isInstanceOfSatisfying(RefusedException.class, refusal -> {
                assertThat(refusal.reason()).isEqualTo(RefusedException.Reason.NOT_NOW);
                assertThat(refusal.sentence()).startsWith("Plan 0123456789abcdef was approved, and the plan is");
            });
            assertThatThrownBy(() -> operations.request(Place.REF, Rollout.Request.ABORT, "tester"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("Nothing was deployed to shop/local yet.");
        }
        assertThat(there.status(Place.REF)).isEmpty();
    }

    @Test
    void refusesWhatMeansNothingOnTheServerAndWhatIsTooLarge() {
        AppFile app = place.app("v1", "", BLUE_GREEN, "");
        DeployRequest request = Place.request(app);

        Wire.Deployment fromElsewhere = Wire.Deployment.of(request, Optional.empty(), true);

        assertThatThrownBy(() -> server().post("/plans", fromElsewhere))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("web runs in a folder beside")
                .hasMessageContaining("--folder");
        assertThatThrownBy(
                        () -> server().post("/plans", Wire.Deployment.of(request, Optional.of("not/absolute"), true)))
                .hasMessage(
                        "folder is \"not/absolute\", which is no folder on the server's machine; name one in full.");
        DeployRequest large = new DeployRequest(
                app, "local", Map.of(), Optional.empty(), "tester", "x".repeat(17 << 20), Map.of(), false);
        assertThatThrownBy(() -> server().post("/plans", Wire.Deployment.of(large, Optional.empty(), true)))
                .hasMessage("The body is larger than 16 MiB; send less SQL or fewer variables at once.");
        assertThatThrownBy(() -> new Server(URI.create("http://deploy.example.com"), "secret"))
                .hasMessageContaining("plain text; use https");
    }

    /** Programs lie on the server's machine, the app spec and its migrations where the command is. */
    @Test
    void tellsWhatMigrationsDoThatLieWithTheAppSpecOnly() throws Exception {
        String migrations = """
                migrations:
                  expand: {service: web, command: %s, sql: db}
                """.formatted(Place.program("expand", "0"));
        AppFile app = place.app("v1", "", BLUE_GREEN, migrations);
        Path folder = Files.createDirectories(app.base().resolve("db"));
        Files.writeString(folder.resolve("V1__start.sql"), "create table job (id int);");
        there.await(there.deploy(Place.request(app)), _ -> {});
        Files.writeString(folder.resolve("V2__next.sql"), "create index on job (id);");
        DeployRequest request = new DeployRequest(
                app, "local", Map.of("web", app.base().toString()), Optional.empty(), "tester", "", Map.of(), false);

        Wire.Deployment sent = Wire.Deployment.of(request, Optional.empty(), false);
        Wire.Deployment without = Wire.JSON.readValue(
                ((ObjectNode) Wire.JSON.valueToTree(sent)).without("sql").toString(), Wire.Deployment.class);
        Plan plan = server().post("/plans", sent, Plan.class);
        Plan alone = server().post("/plans", without, Plan.class);

        assertThat(plan.migrations())
                .anySatisfy(line -> assertThat(line).startsWith("V2__next.sql:1 CREATE INDEX on job: SHARE on job"))
                .last()
                .isEqualTo("releases 1 and 2 can both live with the schema");
        assertThat(alone.migrations())
                .last()
                .isEqualTo(
                        "what expand does to the schema cannot be told; its files lie beside the app spec, which came alone");
        assertThat(alone.hash()).isNotEqualTo(plan.hash());
        assertThat(here.plan(request).hash()).isEqualTo(plan.hash());
    }

    @Test
    void opensTheApiToTheTokenOnly() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest anonymous = HttpRequest.newBuilder(address.resolve(Wire.PATH + "/environments"))
                    .build();
            HttpResponse<String> refused = http.send(anonymous, BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        Operations stranger = new RemoteOperations(new Server(address, "a".repeat(43)), Optional.empty());
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThatThrownBy(stranger::statuses).hasMessageContaining("refuses the token");
        }
        assertThatThrownBy(stranger::statuses).hasMessage("Too many wrong tokens; wait a little and try again.");
    }

    @Test
    void signsInByTheAddressOnceAndKeepsFormsToItsOwnPages() throws Exception {
        String link = console.getBean(SignInLink.class).path();
        try (HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build();
                HttpClient other = HttpClient.newHttpClient()) {
            assertThat(get(browser, link).headers().firstValue("Location")).hasValue("/environments");
            assertThat(get(other, link).headers().firstValue("Location")).hasValue("/sign-in");

            HttpRequest forged = HttpRequest.newBuilder(address.resolve("/sign-out"))
                    .POST(BodyPublishers.noBody())
                    .build();
            assertThat(browser.send(forged, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
            assertThat(get(other, "/sign-out").headers().firstValue("Location").orElse(""))
                    .endsWith("/sign-in?next=%2Fsign-out");
        }
    }

    @Test
    void isFoundByCommandsOnTheSameFolderWhileItRuns() throws Exception {
        ConsoleAddress found = ConsoleAddress.of(state).orElseThrow();

        assertThat(found.url()).isEqualTo(address);
        assertThat(new RemoteOperations(new Server(found.url(), found.token()), Optional.empty()).statuses())
                .isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("console.json"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(AccessToken.file(state))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Engine.start(place.settings(), _ -> {}))
                .isInstanceOf(ConsoleRunsException.class)
                .hasMessageContaining("A console runs on");

        console.close();

        assertThat(ConsoleAddress.of(state)).isEmpty();
        console = DeploymentApplication.application().run("--server.port=0", "--engine.state=" + state);
        here = console.getBean(Engine.class).deployments();
    }

    @Test
    void waitsForAConsoleThatRestarts() throws Exception {
        assertThat(there.statuses()).isEmpty();
        console.close();

        CompletableFuture<List<EnvironmentStatus>> asked = CompletableFuture.supplyAsync(there::statuses);
        console = DeploymentApplication.application()
                .run("--server.port=" + address.getPort(), "--engine.state=" + state);
        here = console.getBean(Engine.class).deployments();

        assertThat(asked.get(1, TimeUnit.MINUTES)).isEmpty();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address.resolve(Wire.PATH + path))
                            .header("Authorization", "Bearer " + token())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private Server server() {
        return new Server(address, token());
    }

    private String token() {
        return AccessToken.of(state, Optional.empty()).value();
    }
}
