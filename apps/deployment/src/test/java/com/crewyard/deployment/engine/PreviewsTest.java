package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.previews.PreviewSpec;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.JobStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Environments of pull requests, from the first release to the last trace. */
class PreviewsTest {

    private static final EnvironmentRef PREVIEW = new EnvironmentRef("shop", "pr-12");

    private Place place;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        place = new Place(folder);
    }

    @Test
    void hasADatabaseOfItsOwnAndLeavesNothingBehind() throws Exception {
        try (Engine engine = Engine.start(place.settings(), _ -> {})) {
            PreviewLine first = live(engine, "v1", "1h");

            assertThat(first.address()).isEqualTo("http://localhost:" + port(first));
            assertThat(port(first)).isBetween(place.port + 1, place.port + 9);
            assertThat(said(engine, "echo $DATABASE_URL $VERSION $NAME"))
                    .as("the database of whoever deploys is not the preview's")
                    .startsWith("postgresql://")
                    .doesNotContain("elsewhere")
                    .endsWith(" v1 preview-12\n");

            assertThatThrownBy(() -> engine.previews().create(order(13, app("v1", "1h"))))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(RefusedException.Reason.NOT_NOW))
                    .hasMessageContaining("shop has 1 previews, as many as previews.limit")
                    .hasMessageContaining("(pr-12); end one with ./crewyard preview destroy NUMBER");

            PreviewLine second = live(engine, "v2", "2h");
            assertThat(second.address()).isEqualTo(first.address());
            assertThat(second.expiresAt()).isAfter(first.expiresAt().plus(Duration.ofMinutes(30)));
            assertThat(said(engine, "echo $VERSION")).isEqualTo("v2\n");
            assertThat(engine.previews().list())
                    .singleElement()
                    .satisfies(line -> assertThat(line.state()).isEqualTo("live"));

            engine.previews().destroy("shop", 12, "tester");

            assertNothingIsLeft();
            assertThat(engine.previews().list()).isEmpty();
            assertThat(engine.deployments().status(PREVIEW)).isEmpty();
            assertThatThrownBy(() -> engine.previews().destroy("shop", 12, "tester"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("There is no preview of pull request 12 of shop");
        } finally {
            place.awaitEnginesEnd();
        }
    }

    @Test
    void goesAwayByItselfThoughNoEngineRuns() throws Exception {
        try (Engine engine = Engine.start(place.settings(), _ -> {})) {
            live(engine, "v1", "1h");
            JdbcClient jdbc = JdbcClient.create(engine.database());
            jdbc.sql("update deploy.preview set expires_at = now() + interval '2 s'")
                    .update();
            jdbc.sql(
                            "update deploy.upkeep_task set execution_time = now() + interval '2 s' where task_name = 'preview'")
                    .update();
        }

        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(this::assertNothingIsLeft);

        place.awaitEnginesEnd();
        try (Engine engine = Engine.lookOn(place.settings(), _ -> {})) {
            assertThat(engine.previews().list()).isEmpty();
            assertThat(engine.deployments()
                            .audit(new AuditQuery(Optional.of("shop"), Optional.of("pr-12"), Optional.empty(), 10)))
                    .first()
                    .satisfies(line -> assertThat(line.actor()).isEqualTo("its time is over"));
        }
    }

    @Test
    void takesItsNameAndItsAddressesFromTheNumber() {
        AppFile clash = AppFile.of(place.folder.resolve("app.yaml"), place.folder, """
                app: shop
                services:
                  web: {image: "x:1", port: 8080, routes: [{host: shop.example.com}, {host: www.example.com}]}
                  api: {image: "x:1", port: 8081, routes: [{host: shop.example.com, path: /api}]}
                environments: {staging: {target: container}, pr-7: {target: container}}
                previews: {environment: staging, host: "pr-{number}.example.com", ports: 24000-24099}
                """);

        PreviewSpec spec = new PreviewSpec(clash, 8);
        assertThat(spec.ports(24_000)).containsExactly(24_000, 24_001);
        AppFile app = spec.app(24_000);
        assertThat(app.environment("pr-8").publish()).hasValue(24_000);
        assertThat(app.spec().services().values().stream()
                        .flatMap(service -> service.routes().stream())
                        .map(route -> route.host() + route.path()))
                .containsExactly("pr-8.example.com/", "www.pr-8.example.com/", "pr-8.example.com/api");
        assertThatThrownBy(() -> new PreviewSpec(clash, 7))
                .hasMessageContaining(
                        "has an environment pr-7, which the preview of pull request 7 would be called too");
        assertThatThrownBy(() -> new PreviewSpec(place.app("v1", "", "strategy: blue-green", ""), 7))
                .hasMessageContaining(
                        "has no previews; add such as previews: {environment: local, ports: 24000-24099}");
    }

    private AppFile app(String version, String ttl) {
        return place.app(
                version, "", "strategy: blue-green, window: 1h", """
                databases: {main: {engine: postgres, version: 18, env: DATABASE_URL}}
                previews: {environment: local, ports: %d-%d, ttl: %s, limit: 1, env: {NAME: "preview-{number}"}}
                """.formatted(place.port + 1, place.port + 9, ttl));
    }

    private static PreviewOrder order(int number, AppFile app) {
        return new PreviewOrder(
                app,
                number,
                Map.of(),
                "feature",
                "0a1b2c",
                "tester",
                Map.of("DATABASE_URL", "postgresql://elsewhere/production"));
    }

    private PreviewLine live(Engine engine, String version, String ttl) throws InterruptedException {
        PreviewLine preview = engine.previews().create(order(12, app(version, ttl)));
        DeployResult result = engine.deployments().await(preview.rollout(), _ -> {});
        assertThat(result).isInstanceOf(DeployResult.Live.class);
        return preview;
    }

    private static int port(PreviewLine preview) {
        return Integer.parseInt(preview.address().substring(preview.address().lastIndexOf(':') + 1));
    }

    private static String said(Engine engine, String line) throws InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        JobStatus status = engine.deployments()
                .run(
                        PREVIEW,
                        new RunRequest(
                                Optional.empty(), List.of("/bin/sh", "-c", line), Duration.ofMinutes(1), "tester"),
                        output::writeBytes);
        assertThat(status).isInstanceOf(JobStatus.Succeeded.class);
        return output.toString(StandardCharsets.UTF_8);
    }

    private void assertNothingIsLeft() {
        Path state = place.folder.resolve("state");
        assertThat(Place.processes(state)).isEmpty();
        assertThat(state.resolve("environments").resolve("shop.pr-12")).doesNotExist();
        assertThat(Files.exists(state.resolve("databases").resolve("shop.pr-12")))
                .isFalse();
    }
}
