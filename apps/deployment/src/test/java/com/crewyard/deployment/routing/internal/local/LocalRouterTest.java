package com.crewyard.deployment.routing.internal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.routing.StaleTableException;
import com.crewyard.deployment.testapp.TestApp;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalRouterTest {

    private static final SlotRef BLUE = new SlotRef("blue-1");
    private static final SlotRef GREEN = new SlotRef("green-2");
    private static final Drain DRAIN = new Drain(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(50));

    private final LocalRouter router = new LocalRouter();
    private final List<Process> programs = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;
    private long version;

    @BeforeEach
    void choosePort() throws IOException {
        port = freePort();
    }

    @AfterEach
    void end() {
        router.destroy();
        programs.forEach(Process::destroyForcibly);
    }

    @Test
    void carriesBodiesOfEveryFraming() throws Exception {
        serve(new Share(BLUE, 100, List.of(start("one"))));
        byte[] large = new byte[3_000_000];
        java.util.Arrays.fill(large, (byte) 'x');

        assertThat(get("/").body()).startsWith("one ");
        assertThat(get("/chunks").body()).isEqualTo("chunkchunkchunk");
        assertThat(post(BodyPublishers.ofByteArray(large)).body()).hasSize(large.length);
        assertThat(post(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                        .body())
                .hasSize(large.length);
        assertThat(client.send(
                                HttpRequest.newBuilder(uri("/"))
                                        .method("HEAD", BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsInstancesWhoAskedAndForwardsNothingOfTheConnection() throws Exception {
        serve(new Share(BLUE, 100, List.of(start("one"))));

        String head = raw("GET /head HTTP/1.1\r\nHost: shop.example\r\nX-Forwarded-Proto: https\r\n"
                + "Connection: close, X-Secret\r\nX-Secret: 1\r\n\r\n");

        assertThat(head)
                .contains(
                        "X-Forwarded-For: 127.0.0.1",
                        "X-Forwarded-Host: shop.example",
                        "X-Forwarded-Proto: http\n",
                        "Host: shop.example")
                .doesNotContain("X-Secret", "https");
    }

    @Test
    void refusesMessagesThatTwoProgramsCouldReadDifferently() throws Exception {
        serve(new Share(BLUE, 100, List.of(start("one"))));

        assertThat(
                        raw(
                                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET / HTTP/1.1\r\nHost : a\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void goesToAnotherInstanceWhenOneDoesNotAnswer() throws Exception {
        Endpoint dead = new Endpoint("dead", "127.0.0.1", freePort());
        serve(new Share(BLUE, 100, List.of(dead, start("one"))));

        for (int i = 0; i < 10; i++) {
            assertThat(get("/").body()).startsWith("one ");
            assertThat(post(BodyPublishers.ofString("text")).body()).isEqualTo("text");
        }
        assertThat(counters("dead").retried()).isPositive();
        assertThat(counters("dead").failed()).isZero();
    }

    @Test
    void sendsNoPostTwice() throws Exception {
        serve(new Share(BLUE, 100, List.of(start("one"), start("two"))));

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/cut"))
                        .POST(BodyPublishers.ofString("once"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(router.counters().instances().stream()
                        .mapToLong(InstanceCounters::failed)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void holdsRequestsUntilAnInstanceComes() throws Exception {
        serve();
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(HttpRequest.newBuilder(uri("/")).build(), HttpResponse.BodyHandlers.ofString());
        Awaitility.await().until(() -> router.counters().held() == 1);

        serve(new Share(BLUE, 100, List.of(start("one"))));

        assertThat(waiting.get(10, TimeUnit.SECONDS).body()).startsWith("one ");
        assertThat(router.counters().longestHold()).isPositive();
        assertThat(router.counters().refused()).isZero();
    }

    @Test
    void dividesRequestsByWeight() throws Exception {
        serve(new Share(BLUE, 80, List.of(start("one"))), new Share(GREEN, 20, List.of(start("two"))));

        Map<String, Long> answers = IntStream.range(0, 400)
                .mapToObj(_ -> get("/").body().split(" ", -1)[0])
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));

        assertThat(answers.get("two")).isBetween(40L, 130L);
    }

    @Test
    void letsRequestsUnderWayFinishWhereTheyBegan() throws Exception {
        Endpoint one = start("one");
        Endpoint two = start("two");
        serve(new Share(BLUE, 100, List.of(one)), new Share(GREEN, 0, List.of(two)));
        CompletableFuture<HttpResponse<String>> slow = client.sendAsync(
                HttpRequest.newBuilder(uri("/slow?ms=700")).build(), HttpResponse.BodyHandlers.ofString());
        Awaitility.await().until(() -> router.counters().open(BLUE) == 1);

        serve(new Share(BLUE, 0, List.of(one)), new Share(GREEN, 100, List.of(two)));

        assertThat(get("/").body()).startsWith("two ");
        assertThat(slow.get(10, TimeUnit.SECONDS).body()).startsWith("one ");
        Awaitility.await().until(() -> router.counters().open(BLUE) == 0);
    }

    @Test
    void closesWebSocketsOfADrainedSlotWith1012AndKeepsTheOthers() throws Exception {
        Endpoint one = start("one");
        Endpoint two = start("two");
        serve(new Share(BLUE, 100, List.of(one)), new Share(GREEN, 0, List.of(two)));
        Listening old = new Listening();
        WebSocket onBlue =
                client.newWebSocketBuilder().buildAsync(websocket(), old).join();
        onBlue.sendText("hello", true).join();
        assertThat(old.text.get(10, TimeUnit.SECONDS)).isEqualTo("hello");

        serve(new Share(BLUE, 0, List.of(one)), new Share(GREEN, 100, List.of(two)));
        Listening fresh = new Listening();
        client.newWebSocketBuilder().buildAsync(websocket(), fresh).join();
        router.drain(BLUE, DRAIN);
        router.drain(BLUE, DRAIN);
        router.drain(GREEN, DRAIN);

        assertThat(old.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1012);
        Awaitility.await().until(() -> router.counters().open(BLUE) == 0);
        assertThat(router.counters().open(GREEN)).isEqualTo(1);
        assertThat(fresh.closed).isNotDone();
        assertThat(counters("one").websocketsClosed()).isEqualTo(1);
    }

    @Test
    void closesWebSocketsBetweenFramesHoweverBusyTheyAre() throws Exception {
        Endpoint one = start("one");
        serve(new Share(BLUE, 100, List.of(one)));
        List<Listening> listeners = new ArrayList<>();
        List<Thread> talking = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Listening listening = new Listening();
            listeners.add(listening);
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(websocket(), listening)
                    .join();
            talking.add(Thread.ofVirtual().start(() -> {
                while (!socket.isOutputClosed()) {
                    try {
                        socket.sendText("x".repeat(100), true).join();
                    } catch (RuntimeException _) {
                        return;
                    }
                }
            }));
        }
        for (Listening listening : listeners) {
            assertThat(listening.text.get(10, TimeUnit.SECONDS)).hasSize(100);
        }

        serve();
        router.drain(BLUE, DRAIN);

        for (Listening listening : listeners) {
            assertThat(listening.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1012);
        }
        for (Thread thread : talking) {
            thread.join();
        }
    }

    @Test
    void findsTheServiceByHostAndPath() throws Exception {
        router.apply(new RoutingTable(
                ++version,
                List.of(new Listener(
                        port,
                        List.of(
                                new Route("shop.example", "/", "web"),
                                new Route("shop.example", "/api", "api"),
                                new Route("*.example", "/", "other")))),
                List.of(
                        new Backend("web", false, List.of(new Share(BLUE, 100, List.of(start("web"))))),
                        new Backend("api", false, List.of(new Share(BLUE, 100, List.of(start("api"))))),
                        new Backend("other", false, List.of(new Share(BLUE, 100, List.of(start("other"))))))));

        assertThat(ask("shop.example", "/")).contains("web ");
        assertThat(ask("SHOP.example:80", "/api/jobs?x=1")).contains("api ");
        assertThat(ask("shop.example", "/apis")).contains("web ");
        assertThat(ask("blog.example", "/")).contains("other ");
        assertThat(ask("elsewhere", "/")).startsWith("HTTP/1.1 404");
    }

    @Test
    void refusesAnOlderTableAndAPortThatIsTaken() throws Exception {
        version = 5;
        serve(new Share(BLUE, 100, List.of(start("one"))));

        assertThatThrownBy(() -> router.apply(new RoutingTable(5, List.of(), List.of())))
                .isInstanceOf(StaleTableException.class);
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new java.net.InetSocketAddress("127.0.0.1", 0));
            assertThatThrownBy(() -> router.apply(
                            new RoutingTable(9, List.of(new Listener(taken.getLocalPort(), List.of())), List.of())))
                    .isInstanceOf(RoutingException.class)
                    .hasMessageStartingWith("Port %d cannot be opened".formatted(taken.getLocalPort()));
        }
        assertThat(get("/").body()).startsWith("one ");
    }

    private void serve(Share... shares) {
        router.apply(new RoutingTable(
                ++version,
                List.of(new Listener(port, List.of(new Route(Route.ANY_HOST, "/", "web")))),
                List.of(new Backend("web", true, List.of(shares)))));
    }

    private Endpoint start(String name) throws IOException {
        int own = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                TestApp.class.getName());
        builder.environment().putAll(Map.of("PORT", String.valueOf(own), "VERSION", name));
        programs.add(builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
        Awaitility.await().ignoreExceptions().until(() -> {
            try (Socket _ = new Socket("127.0.0.1", own)) {
                return true;
            }
        });
        return new Endpoint(name, "127.0.0.1", own);
    }

    private InstanceCounters counters(String instance) {
        return router.counters().instances().stream()
                .filter(counted -> counted.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/echo")).POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String ask(String host, String path) throws IOException {
        return raw("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host));
    }

    private String raw(String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port);
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private URI websocket() {
        return URI.create("ws://localhost:" + port + "/ws");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Remembers the first text and how it was closed. */
    private static final class Listening implements WebSocket.Listener {

        final CompletableFuture<String> text = new CompletableFuture<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.complete(data.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(data);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedFuture(status);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
