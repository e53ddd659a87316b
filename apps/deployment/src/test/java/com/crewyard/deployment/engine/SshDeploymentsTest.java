package com.crewyard.deployment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployResult.Live;
import com.crewyard.deployment.engine.DeployResult.RolledBack;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.testing.SshContainers;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.testing.BareHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments to a bare machine over a real SSH. */
class SshDeploymentsTest {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private RouterKind router = RouterKind.HAPROXY;

    private BareHost host;
    private Place place;
    private Engine engine;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        host = BareHost.get();
        place = new Place(folder, host.address());
        engine = Engine.start(settings(), told::add);
    }

    @AfterEach
    void stop() {
        engine.deployments().destroy(Place.REF, "tester", true);
        engine.close();
        place.awaitEnginesEnd();
        assertThat(SshContainers.named("crewyard." + Place.REF.label())).isEmpty();
    }

    @Test
    void losesNoRequestThoughTheConnectionIsCutAndABrokenReleaseIsTakenBack() throws Exception {
        images();
        assertThat(deploy("v1", "")).isInstanceOf(Live.class);
        assertThat(place.get("/")).startsWith("v1 ");

        try (Load load = new Load(place)) {
            List<Transition> history = new ArrayList<>();
            AppFile second = app("v2", "", host.key());
            long rollout = engine.deployments().deploy(Place.request(second));
            Live live = (Live) engine.deployments().await(rollout, transition -> {
                host.cut();
                history.add(transition);
            });
            RolledBack third = (RolledBack) deploy("v3", "dies");
            Live back = (Live) engine.deployments()
                    .await(engine.deployments().rollback(Place.REF, Optional.empty(), "tester"), _ -> {});

            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.versions()).containsExactly("v1", "v2");
            assertThat(history).as("each of them was followed by a cut").hasSizeGreaterThan(3);
            assertThat(live.loss()).hasValueSatisfying(loss -> {
                assertThat(loss.failed()).isZero();
                assertThat(loss.requests()).isPositive();
            });
            assertThat(third.reason()).contains("ended by itself", "It said last: \"version v3 starts\"");
            assertThat(third.still()).hasValue(2);
            assertThat(back.release()).isEqualTo(1);
        }
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(SshContainers.running("crewyard." + Place.REF.label()))
                .as("two of each of the last two releases, and the router")
                .hasSize(5);
        assertThat(engine.deployments().logs(Place.REF).last(Optional.of("web"), 500))
                .contains(
                        new LogLine("blue-3.web.1", "version v3 starts"),
                        new LogLine("blue-1.web.1", "version v1 starts"));
    }

    @Test
    void refusesAnotherKeyAndLeavesWhatServesAndComesBackWithTheMachine() throws Exception {
        router = RouterKind.NGINX;
        images();
        deploy("v1", "");
        String other = "SHA256:" + "x".repeat(43);
        engine.close();
        engine = Engine.start(settings(), told::add);

        assertThatThrownBy(() -> Place.deploy(engine, app("v2", "", other)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("shows the host key %s, and %s is pinned; if the machine was set up anew"
                        .formatted(host.key(), other));
        assertThat(place.get("/")).startsWith("v1 ");
        assertThat(deploy("v2", "")).isInstanceOf(Live.class);
        host.run("podman stop --all --time 1; systemctl restart crewyard-containers crewyard-firewall");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> place.get("/").startsWith("v2 "));
    }

    @Test
    void saysWhyAHostCannotBeReached() throws Exception {
        AppFile unpinned = app("v1", "", "");
        assertThatThrownBy(() -> Place.deploy(engine, unpinned))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(
                        "shows the host key %s, which is not among your known hosts".formatted(host.key()));
        Files.writeString(
                unpinned.file(),
                Files.readString(unpinned.file()).replace("@" + host.address(), "@" + host.address() + ":22001"));
        assertThatThrownBy(() -> Place.deploy(engine, AppFile.read(unpinned.file())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("deploy@%s:22001 cannot be reached over SSH (".formatted(host.address()));
        assertThat(told).isEmpty();
    }

    @Test
    void endsTlsWithACertificateOfAnAuthority() throws Exception {
        images();
        String root = authority();
        AppFile app = app("v1", "", host.key());
        Files.writeString(
                app.file(),
                Files.readString(app.file())
                        .replace("target: ssh,", "target: ssh, tls: {acme: ops@example.test},")
                        .replace("    websocket: true\n", "    routes: [{host: jobs.example.test, path: /}]\n"));

        assertThat(Place.deploy(engine, AppFile.read(app.file()))).isInstanceOf(Live.class);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(answerOverTls("jobs.example.test", "/", root))
                        .contains("200 OK", "v1 "));
        assertThat(answerOverTls("jobs.example.test", "/head", root).toLowerCase(Locale.ROOT))
                .contains("x-forwarded-proto: https");
        assertThat(place.get("/")).as("the router's own port is closed").startsWith("no answer");
    }

    /** Caddy's own, on the host, which asks the names it certifies whether they are there. */
    private String authority() {
        host.run("""
                command -v caddy >/dev/null || { apt-get -q update; apt-get install -y -q --no-install-recommends caddy; }
                mkdir -p /root/authority /etc/crewyard/tls
                echo "127.0.0.1 authority.test" >> /etc/hosts
                echo "%s jobs.example.test" >> /etc/hosts
                cat > /root/authority/Caddyfile <<END
                {
                    admin off
                    skip_install_trust
                    auto_https disable_redirects
                    http_port 9080
                    storage file_system /root/authority
                }
                https://authority.test:9443 {
                    tls internal
                    acme_server
                }
                END
                systemd-run -q --unit=authority --setenv=HOME=/root caddy run --adapter caddyfile --config /root/authority/Caddyfile
                cat > /etc/crewyard/tls/options <<END
                acme_ca https://authority.test:9443/acme/local/directory
                acme_ca_root /etc/crewyard/tls/authority.crt
                END
                """.formatted(host.address()));
        String certificate = "/root/authority/pki/authorities/local/root.crt";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !host.run("cat %s 2>/dev/null || true".formatted(certificate))
                        .isEmpty());
        return host.run("install -m 644 %1$s /etc/crewyard/tls/authority.crt; cat %1$s".formatted(certificate));
    }

    /** @param root whom to trust, and nobody else */
    private String answerOverTls(String name, String path, String root) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null);
        trusted.setCertificateEntry(
                "root",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(root.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (Socket plain = new Socket(host.address(), 443);
                SSLSocket socket =
                        (SSLSocket) context.getSocketFactory().createSocket(plain, name, plain.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, name)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** There is no engine for them before somebody wants to deploy. */
    private void images() throws Exception {
        AppFile none = app("v0", "", host.key());
        Files.writeString(none.file(), Files.readString(none.file()).replace(TestImages.APP, "localhost:1/none:1"));
        AppFile read = AppFile.read(none.file());
        assertThatThrownBy(() -> engine.deployments().plan(Place.request(read)))
                .hasMessageContaining("is not at the container engine and cannot be pulled");
        TestImages.app(SshContainers.engine());
        TestImages.router(SshContainers.engine(), router);
    }

    private EngineSettings settings() {
        return new EngineSettings(
                place.folder.resolve("state"), Optional.empty(), Optional.empty(), Optional.of(host.identity()));
    }

    private DeployResult deploy(String version, String behaviour) throws Exception {
        return Place.deploy(engine, app(version, behaviour, host.key()));
    }

    /** @param key that is pinned; none when it is empty */
    private AppFile app(String version, String behaviour, String key) throws IOException {
        String at = BareHost.USER + "@" + host.address();
        Path file = place.folder.resolve("app.yaml");
        Files.writeString(file, """
                app: shop
                services:
                  web:
                    image: %s
                    port: 8080
                    replicas: 2
                    cpu: 0.5
                    memory: 128Mi
                    websocket: true
                    health: {path: /healthz, interval: 100ms, healthy: 2, grace: 30s}
                    drain: {requests: 5s, websockets: 500ms}
                    env: {VERSION: %s, BEHAVIOUR: '%s'}
                rollout: {strategy: blue-green, window: 1h}
                environments:
                  local: {target: ssh, hosts: [%s], router: %s, publish: %d}
                """.formatted(
                        TestImages.APP,
                        version,
                        behaviour,
                        key.isEmpty() ? at : "{address: %s, key: '%s'}".formatted(at, key),
                        router.specName(),
                        place.port));
        return AppFile.read(file);
    }
}
