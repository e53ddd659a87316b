package com.crewyard.deployment.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.testing.FreePort;
import com.crewyard.testing.HeldWebSocket;
import com.crewyard.testing.RequestLoad;
import com.crewyard.testing.VersionedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every router has to hold, however it carries requests. */
public abstract class RouterContract {

    protected static final SlotRef BLUE = new SlotRef("blue-1");
    protected static final SlotRef GREEN = new SlotRef("green-2");
    protected static final Drain DRAIN =
            new Drain(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMillis(50));

    protected final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, VersionedServer> instances = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // opened before each test
    protected Router router;

    protected int port;
    private long version;

    /** A router object on the place of this test; for a program of its own, the second one takes over from the first. */
    protected abstract Router open();

    /** Kills the program as if the machine had run out of memory; false where there is none of its own. */
    protected abstract boolean kill();

    /** Kills the program of a site and nothing else: what it leaves behind is the router's to clear away. */
    protected static boolean kill(RouterSite site) {
        return ProcessHandle.of(Long.parseLong(site.running().orElseThrow().split(" ", -1)[0]))
                .map(program -> {
                    program.destroyForcibly();
                    program.onExit().join();
                    return true;
                })
                .orElseThrow();
    }

    @BeforeEach
    void begin() {
        router = open();
        port = FreePort.next();
    }

    @AfterEach
    void end() {
        if (router != null) { // the program may not be installed here
            router.destroy();
        }
        instances.values().forEach(VersionedServer::crash);
        client.close();
    }

    @Test
    void dividesRequestsByWeight() throws Exception {
        serve(share(BLUE, 80, "one"), share(GREEN, 20, "two", "three"));

        Map<String, Long> answers = answers(500);

        // Five standard deviations of a binomial share.
        assertThat(answers.getOrDefault("one", 0L)).isCloseTo(400L, within(45L));
        assertThat(answers.getOrDefault("two", 0L)).isCloseTo(50L, within(34L));
        assertThat(answers.getOrDefault("three", 0L)).isCloseTo(50L, within(34L));
    }

    @Test
    void sendsNothingToWhoHasNoWeightAndOneInAHundredToWhoHasOne() throws Exception {
        serve(share(BLUE, 99, "one"), share(GREEN, 1, "two"));
        Map<String, Long> answers = answers(2_000);
        // 20 are expected; by chance, none or more than 60 come once in a hundred million runs.
        assertThat(answers.getOrDefault("two", 0L)).isBetween(1L, 60L);

        serve(share(BLUE, 100, "one"), share(GREEN, 0, "two"));

        assertThat(answers(50)).containsOnlyKeys("one");
    }

    @Test
    void losesNoRequestOfAnyKindWhileReleasesChange() throws Exception {
        serve(share(BLUE, 100, "one"), share(GREEN, 0, "two"));
        RequestLoad load = RequestLoad.on(port, 8);
        try (load) {
            for (int i = 0; i < 6; i++) {
                long before = load.answered();
                Awaitility.await().until(() -> load.answered() > before + 200);
                boolean even = i % 2 == 0;
                serve(share(BLUE, even ? 50 : 100, "one"), share(GREEN, even ? 50 : 0, "two"));
                serve(share(BLUE, even ? 0 : 100, "one"), share(GREEN, even ? 100 : 0, "two"));
            }
        }

        assertThat(load.failures()).isEmpty();
        assertThat(load.versions()).containsOnlyKeys("one", "two");
        assertThat(load.answered()).isEqualTo(load.sent());
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(total(InstanceCounters::requests)).isEqualTo(load.sent()));
        assertThat(total(InstanceCounters::failed)).isZero();
    }

    @Test
    void losesNoRequestWhileInstancesComeAndGo() throws Exception {
        serve(share(BLUE, 100, "one"));
        RequestLoad load = RequestLoad.on(port, 4);
        try (load) {
            for (String next : List.of("two", "three", "four")) {
                serve(share(BLUE, 100, "one"), share(GREEN, 50, next));
                long before = load.answered();
                Awaitility.await().until(() -> load.answered() > before + 100);
                serve(share(BLUE, 100, "one"));
                Awaitility.await().until(() -> router.counters().open(GREEN) == 0);
                crash(next);
            }
        }

        assertThat(load.failures()).isEmpty();
        assertThat(load.versions()).containsKeys("one", "two", "three", "four");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(total(InstanceCounters::requests)).isEqualTo(load.sent()));
    }

    @Test
    void letsRequestsUnderWayFinishWhereTheyBegan() throws Exception {
        serve(share(BLUE, 100, "one"), share(GREEN, 0, "two"));
        CompletableFuture<HttpResponse<String>> slow =
                client.sendAsync(HttpRequest.newBuilder(uri("/slow?ms=1200")).build(), BodyHandlers.ofString());
        Awaitility.await().until(() -> instance("one").requests() == 1);

        serve(share(BLUE, 0, "one"), share(GREEN, 100, "two"));
        router.drain(BLUE, DRAIN);

        assertThat(answers(20)).containsOnlyKeys("two");
        assertThat(slow.get(10, TimeUnit.SECONDS).body()).startsWith("one ");
        Awaitility.await().until(() -> router.counters().open(BLUE) == 0);
    }

    @Test
    void keepsWebSocketsUntilTheirLameDuckPeriodIsOverAndHasThemClosedWith1012() throws Exception {
        serve(share(BLUE, 100, "one"), share(GREEN, 0, "two"));
        HeldWebSocket old = HeldWebSocket.open(client, port);
        assertThat(old.echoes("hello")).isTrue();

        serve(share(BLUE, 0, "one"), share(GREEN, 100, "two"));
        HeldWebSocket fresh = HeldWebSocket.open(client, port);
        assertThat(old.echoes("again")).isTrue();
        assertThat(fresh.echoes("hello")).isTrue();
        Awaitility.await().untilAsserted(() -> {
            assertThat(router.counters().open(BLUE)).isEqualTo(1);
            assertThat(router.counters().open(GREEN)).isEqualTo(1);
        });
        router.drain(BLUE, DRAIN);
        router.drain(BLUE, DRAIN);
        router.drain(GREEN, DRAIN);
        if (!router.capabilities().closesWebsockets()) {
            assertThat(old.echoes("still here")).isTrue();
            instance("one").close();
        }

        assertThat(old.closed().get(10, TimeUnit.SECONDS)).isEqualTo(1012);
        Awaitility.await().until(() -> router.counters().open(BLUE) == 0);
        assertThat(fresh.echoes("still here")).isTrue();
        assertThat(fresh.closed()).isNotDone();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(counters("one").websocketsOpened()).isEqualTo(1));
        assertThat(counters("one").websocketsClosed())
                .isEqualTo(router.capabilities().closesWebsockets() ? 1 : 0);
        fresh.abort();
    }

    @Test
    void goesToAnotherInstanceWhenOneDoesNotAnswer() throws Exception {
        serve(share(BLUE, 100, "one", "dead"));
        crash("dead");

        for (int i = 0; i < 10; i++) {
            assertThat(get("/").body()).startsWith("one ");
            assertThat(post("/echo", "text").body()).isEqualTo("text");
        }
        assertThat(total(InstanceCounters::failed)).isZero();
    }

    @Test
    void goesToAnotherReleaseWhenNothingOfOneAnswers() throws Exception {
        serve(share(BLUE, 50, "one", "two"), share(GREEN, 50, "gone", "gone-too"));
        crash("gone");
        crash("gone-too");

        assertThat(answers(40)).containsOnlyKeys("one", "two");
        for (int i = 0; i < 10; i++) {
            assertThat(post("/echo", "text").body()).isEqualTo("text");
        }
    }

    @Test
    void sendsAPostOnceOnly() throws Exception {
        serve(share(BLUE, 100, "one", "two"));

        assertThat(post("/cut", "once").statusCode()).isEqualTo(502);
        assertThat(instances.values().stream()
                        .mapToLong(VersionedServer::requests)
                        .sum())
                .isEqualTo(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(total(InstanceCounters::failed)).isEqualTo(1));
    }

    @Test
    void holdsRequestsUntilAnInstanceComesOrRefusesThemAtOnce() throws Exception {
        serve();
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(HttpRequest.newBuilder(uri("/")).build(), BodyHandlers.ofString());
        if (!router.capabilities().holdsRequests()) {
            assertThat(waiting.get(5, TimeUnit.SECONDS).statusCode()).isBetween(502, 503);
            return;
        }
        assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);

        serve(share(BLUE, 100, "one"));

        assertThat(waiting.get(10, TimeUnit.SECONDS).body()).startsWith("one ");
        assertThat(router.counters().refused()).isZero();
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
                        new Backend("web", false, List.of(share(BLUE, 100, "web"))),
                        new Backend("api", false, List.of(share(BLUE, 100, "api"))),
                        new Backend("other", false, List.of(share(BLUE, 100, "other"))))));

        assertThat(ask("shop.example", "/")).contains("web ");
        assertThat(ask("SHOP.example:80", "/api/jobs?x=1")).contains("api ");
        assertThat(ask("shop.example", "/api")).contains("api ");
        assertThat(ask("shop.example", "/apis")).contains("web ");
        assertThat(ask("blog.example", "/")).contains("other ");
        assertThat(ask("elsewhere", "/")).startsWith("HTTP/1.1 404");
    }

    @Test
    void tellsInstancesWhoAsked() throws Exception {
        serve(share(BLUE, 100, "one"));

        String head = raw("GET /head HTTP/1.1\r\nHost: shop.example\r\nX-Forwarded-Proto: https\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(head.toLowerCase(java.util.Locale.ROOT))
                .contains(
                        "x-forwarded-for: 127.0.0.1",
                        "x-forwarded-host: shop.example",
                        "x-forwarded-proto: http",
                        "host: shop.example")
                .doesNotContain("https");
    }

    @Test
    void tellsInstancesOfTheTlsThatWasEndedBefore() throws Exception {
        Listener behind = new Listener(port, listener(port).routes(), true);
        router.apply(new RoutingTable(
                ++version, List.of(behind), List.of(new Backend("web", false, List.of(share(BLUE, 100, "one"))))));

        assertThat(raw("GET /head HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n")
                        .toLowerCase(java.util.Locale.ROOT))
                .contains("x-forwarded-proto: https");
    }

    @Test
    void opensAndClosesPortsWhileTheOthersGoOn() throws Exception {
        int second = FreePort.next();
        serve(share(BLUE, 100, "one"));
        RequestLoad load = RequestLoad.on(port, 4);
        try (load) {
            List<Backend> backends = List.of(new Backend("web", true, List.of(share(BLUE, 100, "one"))));
            router.apply(new RoutingTable(++version, List.of(listener(port), listener(second)), backends));
            assertThat(client.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(second)))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .startsWith("one ");
            router.apply(new RoutingTable(++version, List.of(listener(port)), backends));
            long before = load.answered();
            Awaitility.await().until(() -> load.answered() > before + 200);
        }

        if (router.capabilities().opensPortsUnseen()) {
            assertThat(load.failures()).isEmpty();
        } else {
            assertThat(load.sent() - load.answered()).isLessThanOrEqualTo(10);
        }
        Awaitility.await().until(() -> refusesConnections(second));
    }

    @Test
    void refusesAnOlderTableAndAPortThatIsTakenAndChangesNothing() throws Exception {
        version = 5;
        serve(share(BLUE, 100, "one"));

        assertThatThrownBy(() -> router.apply(new RoutingTable(5, List.of(), List.of())))
                .isInstanceOf(StaleTableException.class)
                .hasMessage("Routing table 5 is refused, for 6 is in force.");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> router.apply(new RoutingTable(
                            9,
                            List.of(listener(taken.getLocalPort())),
                            List.of(new Backend("web", true, List.of(share(GREEN, 100, "two")))))))
                    .isInstanceOf(RoutingException.class)
                    .hasMessageStartingWith("Port %d cannot be opened".formatted(taken.getLocalPort()));
        }
        assertThat(answers(10)).containsOnlyKeys("one");
        assertThatCode(() -> serve(share(GREEN, 100, "two"))).doesNotThrowAnyException();
        assertThat(answers(10)).containsOnlyKeys("two");
    }

    @Test
    void changesNothingWhenATableIsAppliedAgain() throws Exception {
        serve(share(BLUE, 70, "one"), share(GREEN, 30, "two"));
        answers(20);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(total(InstanceCounters::requests)).isEqualTo(20));
        HeldWebSocket held = HeldWebSocket.open(client, port);

        version--;
        serve(share(BLUE, 70, "one"), share(GREEN, 30, "two"));

        assertThat(held.echoes("still here")).isTrue();
        assertThat(total(InstanceCounters::requests)).isBetween(20L, 21L);
        assertThat(answers(20)).containsKey("one");
        held.abort();
    }

    @Test
    void isTakenOverByAnotherEngineWithAllItCounted() throws Exception {
        assumeTrue(router.capabilities().outlivesEngine(), "It lives and dies with its process.");
        serve(share(BLUE, 100, "one"));
        answers(30);
        RequestLoad load = RequestLoad.on(port, 4);
        try (load) {
            Router next = open();
            Awaitility.await().until(() -> next.counters().requests(BLUE) >= 30);
            router = next;
            serve(share(BLUE, 0, "one"), share(GREEN, 100, "two"));
            assertThat(answers(10)).containsOnlyKeys("two");
        }

        assertThat(load.failures()).isEmpty();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(total(InstanceCounters::requests)).isEqualTo(load.sent() + 40));
        if (router.capabilities().tellsLatencies()) {
            assertThat(total(RouterContract::timed)).isEqualTo(load.sent() + 40);
        }
    }

    @Test
    void isStartedAgainByTheNextTableWhenItWasKilled() throws Exception {
        serve(share(BLUE, 100, "one"));
        answers(30);
        long before = 30;
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(total(InstanceCounters::requests)).isEqualTo(before));
        assumeTrue(kill(), "It lives and dies with its process.");

        assertThat(total(InstanceCounters::requests)).isEqualTo(before);
        version--;
        serve(share(BLUE, 100, "one"));
        assertThat(answers(10)).containsOnlyKeys("one");
        serve(share(GREEN, 100, "two"));

        assertThat(answers(30)).containsOnlyKeys("two");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(total(InstanceCounters::requests)).isEqualTo(before + 40));
    }

    @Test
    void countsWhatInstancesAnswer() throws Exception {
        instances.put("bad", VersionedServer.listen("bad", "fails", 0));
        serve(share(BLUE, 100, "bad"));

        for (int i = 0; i < 7; i++) {
            assertThat(get("/").statusCode()).isEqualTo(500);
        }

        Awaitility.await().untilAsserted(() -> {
            assertThat(counters("bad").requests()).isEqualTo(7);
            assertThat(counters("bad").serverErrors()).isEqualTo(7);
            assertThat(counters("bad").failed()).isZero();
            if (router.capabilities().tellsLatencies()) {
                assertThat(timed(counters("bad"))).isEqualTo(7);
            }
        });
    }

    @Test
    void freesItsPortsWhenItIsDestroyedAndMayBeToldTwice() throws Exception {
        serve(share(BLUE, 100, "one"));
        assertThat(get("/").statusCode()).isEqualTo(200);

        router.destroy();
        router.destroy();

        assertThat(refusesConnections(port)).isTrue();
    }

    @Test
    void tellsHowFastInstancesAnswer() throws Exception {
        assumeTrue(router.capabilities().tellsLatencies(), "It tells no response times.");
        instances.put("slow", VersionedServer.listen("slow", "", 0));
        serve(share(BLUE, 100, "slow"));

        for (int i = 0; i < 5; i++) {
            get("/slow?ms=230");
        }

        Awaitility.await().untilAsserted(() -> {
            List<Long> latency = counters("slow").latency();
            assertThat(latency.subList(Latencies.bucket(229), latency.size()).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(5);
        });
    }

    private static long timed(InstanceCounters counted) {
        return counted.latency().stream().mapToLong(Long::longValue).sum();
    }

    protected final void serve(Share... shares) {
        router.apply(new RoutingTable(
                ++version, List.of(listener(port)), List.of(new Backend("web", true, List.of(shares)))));
    }

    /** Instances are started as they are named for the first time. */
    protected final Share share(SlotRef slot, int weight, String... names) throws IOException {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String name : names) {
            VersionedServer app = instances.get(name);
            if (app == null) {
                app = VersionedServer.listen(name, "", 0);
                instances.put(name, app);
            }
            endpoints.add(new Endpoint(name, "127.0.0.1", app.port()));
        }
        return new Share(slot, weight, endpoints);
    }

    protected final void crash(String name) {
        instance(name).crash();
    }

    private VersionedServer instance(String name) {
        return Optional.ofNullable(instances.get(name)).orElseThrow();
    }

    protected final InstanceCounters counters(String instance) {
        return router.counters().instances().stream()
                .filter(counted -> counted.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    protected final long total(ToLongFunction<InstanceCounters> what) {
        return router.counters().instances().stream().mapToLong(what).sum();
    }

    protected final HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    protected final HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    protected final String raw(String message) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port);
                InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    protected final String ask(String host, String path) throws IOException {
        return raw("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host));
    }

    protected final URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Map<String, Long> answers(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    try {
                        return get("/").body().split(" ", -1)[0];
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    }

    private static Listener listener(int port) {
        return new Listener(port, List.of(new Route(Route.ANY_HOST, "/", "web")));
    }

    private static boolean refusesConnections(int port) {
        try (Socket _ = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
