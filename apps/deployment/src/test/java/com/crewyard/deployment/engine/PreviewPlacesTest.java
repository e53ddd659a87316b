package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.testing.Containers;
import com.crewyard.deployment.testing.SshContainers;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.testing.BareHost;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.DatabaseImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments of pull requests where applications are containers: a database of their own, and nothing left behind. */
class PreviewPlacesTest {

    private static final EnvironmentRef PREVIEW = new EnvironmentRef("shop", "pr-12");
    private static final String CONTAINERS = "crewyard." + PREVIEW.label();

    @Test
    void comesAndGoesAtAContainerEngine(@TempDir Path folder) throws Exception {
        ContainerHost host = ContainerHost.get();
        loadImages(host);
        Place place = new Place(folder);
        EngineSettings settings =
                new EngineSettings(folder.resolve("state"), Optional.empty(), Optional.of(host.address()));
        try (Engine engine = Engine.start(settings, _ -> {})) {
            comeAndGo(engine, place, app(place, TestImages.APP, "target: container"));
        } finally {
            place.awaitEnginesEnd();
        }
        assertThat(Containers.named(CONTAINERS)).isEmpty();
    }

    @Test
    void comesAndGoesOnAMachine(@TempDir Path folder) throws Exception {
        BareHost host = BareHost.get();
        Place place = new Place(folder, host.address());
        String target = "target: ssh, hosts: [{address: %s@%s, key: '%s'}]"
                .formatted(BareHost.USER, host.address(), host.key());
        EngineSettings settings = new EngineSettings(
                folder.resolve("state"), Optional.empty(), Optional.empty(), Optional.of(host.identity()));
        try (Engine engine = Engine.start(settings, _ -> {})) {
            assertThatThrownBy(
                            () -> engine.previews().create(order(app(place, "localhost:1/none:1", target))),
                            "it prepares the machine nevertheless")
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("cannot be pulled");
            assertThat(engine.previews().list()).isEmpty();
            loadImages(SshContainers.engine());
            comeAndGo(engine, place, app(place, TestImages.APP, target));
        } finally {
            place.awaitEnginesEnd();
        }
        assertThat(SshContainers.named(CONTAINERS)).isEmpty();
    }

    private static void comeAndGo(Engine engine, Place place, AppFile app) throws Exception {
        PreviewLine preview = engine.previews().create(order(app));
        assertThat(engine.deployments().await(preview.rollout(), _ -> {})).isInstanceOf(DeployResult.Live.class);
        Place published = place.published(place.port + 1);
        assertThat(published.uri("")).hasToString(preview.address());
        assertThat(published.get("/")).startsWith("v1 ");
        assertThat(environment(engine))
                .contains("NAME=preview-12\n", "DATABASE_URL=postgresql://")
                .doesNotContain("elsewhere");

        engine.previews().destroy(PREVIEW.application(), 12, "tester");

        assertThat(engine.previews().list()).isEmpty();
        assertThat(engine.deployments().status(PREVIEW)).isEmpty();
        assertThat(published.get("/")).startsWith("no answer");
    }

    private static void loadImages(ContainerHost host) {
        TestImages.app(host);
        TestImages.router(host, RouterKind.HAPROXY);
        DatabaseImage.load(host, "18");
    }

    private static String environment(Engine engine) throws InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        engine.deployments()
                .run(
                        PREVIEW,
                        new RunRequest(
                                Optional.empty(), List.of("/bin/sh", "-c", "set"), Duration.ofMinutes(1), "tester"),
                        output::writeBytes);
        return output.toString(StandardCharsets.UTF_8).replace("'", "");
    }

    private static PreviewOrder order(AppFile app) {
        return new PreviewOrder(
                app,
                12,
                Map.of(),
                "feature",
                "0a1b2c",
                "tester",
                Map.of("DATABASE_URL", "postgresql://elsewhere/production"));
    }

    private static AppFile app(Place place, String image, String target) {
        return AppFile.of(place.folder.resolve("app.yaml"), place.folder, """
                app: shop
                services:
                  web:
                    image: %s
                    port: 8080
                    memory: 128Mi
                    health: {path: /healthz, interval: 100ms, healthy: 2, grace: 30s}
                    drain: {requests: 5s, websockets: 500ms}
                    env: {VERSION: v1}
                databases: {main: {engine: postgres, version: 18, env: DATABASE_URL}}
                rollout: {strategy: blue-green, window: 1h}
                environments:
                  local: {%s, publish: %d}
                previews: {environment: local, ports: %d-%d, ttl: 1h, limit: 1, env: {NAME: "preview-{number}"}}
                """.formatted(
                        image, target, place.port, place.port + 1, place.port + 9));
    }
}
