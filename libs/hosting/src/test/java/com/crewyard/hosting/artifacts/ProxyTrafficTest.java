package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proxies carry HTTPS and WebSockets over TLS with the files made for them and a certificate authority of the test.
 * Only the ports they listen on, and where they keep their own files, are not the generated ones.
 */
class ProxyTrafficTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory = Path.of("");

    private int plain;
    private int secure;
    private Optional<Process> proxy = Optional.empty();
    private Path log = Path.of("");

    @BeforeEach
    void makeCertificates() throws IOException, InterruptedException {
        plain = FreePort.next();
        secure = FreePort.next();
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=Test -keyout ca.key -out ca.pem");
        openssl(
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout key.pem -out request.pem");
        Files.writeString(directory.resolve("names"), "subjectAltName=DNS:localhost");
        openssl(
                "x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out certificate.pem");
    }

    @AfterEach
    void stopProxy() throws InterruptedException {
        if (proxy.isPresent()) {
            proxy.get().descendants().forEach(ProcessHandle::destroy);
            proxy.get().destroy();
            proxy.get().waitFor();
        }
    }

    @Test
    void nginxCarriesBoth() throws Exception {
        try (EchoUpstream upstream = EchoUpstream.start()) {
            String site = generated("nginx", upstream.port())
                    .replaceAll("(?m)^ *listen \\[::].*\\n", "")
                    .replace("listen 80;", "listen 127.0.0.1:%d;".formatted(plain))
                    .replace("listen 443 ", "listen 127.0.0.1:%d ".formatted(secure));
            write("site.conf", site);
            Path main = write("nginx.conf", """
                    daemon off;
                    pid %1$s/pid;
                    error_log stderr;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path %1$s/1;
                        proxy_temp_path %1$s/2;
                        fastcgi_temp_path %1$s/3;
                        uwsgi_temp_path %1$s/4;
                        scgi_temp_path %1$s/5;
                        include %1$s/site.conf;
                    }
                    """.formatted(directory));
            start("nginx", "-p", directory.toString(), "-c", main.toString());

            carriesBoth();
        }
    }

    @Test
    void haproxyCarriesBoth() throws Exception {
        try (EchoUpstream upstream = EchoUpstream.start()) {
            String configuration = generated("haproxy", upstream.port())
                    .replace("bind :80\n", "bind 127.0.0.1:%d\n".formatted(plain))
                    .replace("bind :443 ", "bind 127.0.0.1:%d ".formatted(secure));
            Path file = write("haproxy.cfg", configuration);
            start("haproxy", "-db", "-f", file.toString());

            carriesBoth();
        }
    }

    @Test
    void caddyCarriesBoth() throws Exception {
        try (EchoUpstream upstream = EchoUpstream.start()) {
            String configuration = generated("caddy", upstream.port())
                    .replaceFirst(
                            "(?m)^\\{\\n",
                            "{\n\tadmin off\n\tstorage file_system %s/caddy\n\tdefault_bind 127.0.0.1\n\thttp_port %d\n\thttps_port %d\n"
                                    .formatted(directory, plain, secure));
            Path file = write("Caddyfile", configuration);
            start("caddy", "run", "--adapter", "caddyfile", "--config", file.toString());

            carriesBoth();
        }
    }

    private void carriesBoth() throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(directory.resolve("ca.pem")))
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<String> answer =
                    awaitAnswer(client, URI.create("https://localhost:%d/jobs".formatted(secure)));
            assertThat(answer.body()).contains("x-forwarded-proto=https");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");

            HttpResponse<String> redirect = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d/jobs".formatted(plain)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(redirect.statusCode()).isIn(301, 308);
            assertThat(redirect.headers().firstValue("Location").orElse("")).startsWith("https://localhost");

            assertThat(echoed(client, "Grüß Gott")).isEqualTo("Grüß Gott");
        }
    }

    private String echoed(HttpClient client, String words) throws Exception {
        BlockingQueue<String> heard = new ArrayBlockingQueue<>(1);
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                heard.add(data.toString());
                return WebSocket.Listener.super.onText(socket, data, last);
            }
        };
        WebSocket socket = client.newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create("wss://localhost:%d/live".formatted(secure)), listener)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        socket.sendText(words, true);
        String answer = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        socket.abort();
        return answer == null ? "" : answer;
    }

    /** A proxy that checks the health of the application first refuses for a moment. */
    private HttpResponse<String> awaitAnswer(HttpClient client, URI address) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                if (answer.statusCode() == 200 || System.nanoTime() > deadline) {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    return answer;
                }
            } catch (IOException e) {
                if (System.nanoTime() > deadline || !proxy.orElseThrow().isAlive()) {
                    throw new AssertionError(Files.readString(log), e);
                }
            }
            Thread.sleep(100);
        }
    }

    private String generated(String router, int upstream) throws IOException {
        Path pem = write(
                "both.pem",
                Files.readString(directory.resolve("certificate.pem"))
                        + Files.readString(directory.resolve("key.pem")));
        AppSpec app = AppSpecReader.read("app.yaml", """
                        app: echo
                        services:
                          web:
                            image: example.com/echo:1
                            port: %d
                            health: {path: /healthz, interval: 1s, timeout: 1s}
                            websocket: true
                            routes: [{host: localhost, path: /}]
                        environments:
                          edge:
                            target: ssh
                            hosts: [deploy@localhost]
                            router: %s
                            tls: {certificate: "%s", key: "%s"}
                        """.formatted(
                                upstream,
                                router,
                                router.equals("haproxy") ? pem : directory.resolve("certificate.pem"),
                                directory.resolve("key.pem")))
                .spec();
        return Specs.generate(app, router, "edge").getFirst().content();
    }

    private void start(String program, String... arguments) throws IOException {
        Optional<Path> found = Stream.of(
                        "/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), program + " is not installed: no traffic over it here");
        List<String> command = Stream.concat(Stream.of(found.orElseThrow().toString()), Stream.of(arguments))
                .toList();
        log = directory.resolve(program + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", directory.toString());
        proxy = Optional.of(builder.start());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private void openssl(String arguments) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("openssl"), Stream.of(arguments.split(" ")))
                            .toList())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            assumeTrue(false, "openssl is not installed: no certificates here");
        }
    }

    private static SSLContext trusting(Path authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "test", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
