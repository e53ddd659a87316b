package com.crewyard.deployment.routing.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterContract;
import com.crewyard.testing.HeldWebSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LocalRouterTest extends RouterContract {

    @Override
    protected Router open() {
        return new LocalRouter();
    }

    @Override
    protected boolean kill() {
        return false;
    }

    @Test
    void carriesBodiesOfEveryFraming() throws Exception {
        serve(share(BLUE, 100, "one"));
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
    void forwardsNothingOfTheConnection() throws Exception {
        serve(share(BLUE, 100, "one"));

        String head = raw("GET /head HTTP/1.1\r\nHost: shop.example\r\nX-Forwarded-Proto: https\r\n"
                + "Connection: close, X-Secret\r\nX-Secret: 1\r\n\r\n");

        assertThat(head).doesNotContain("X-Secret", "https");
    }

    @Test
    void refusesMessagesThatTwoProgramsCouldReadDifferently() throws Exception {
        serve(share(BLUE, 100, "one"));

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
    void tellsWhatWasTriedAgain() throws Exception {
        serve(share(BLUE, 100, "dead"));
        crash("dead");
        serve(share(BLUE, 100, "dead", "one"));

        for (int i = 0; i < 4; i++) {
            assertThat(get("/").body()).startsWith("one ");
        }
        assertThat(counters("dead").retried()).isPositive();
        assertThat(counters("dead").failed()).isZero();
    }

    @Test
    void holdsRequestsUntilAnInstanceComes() throws Exception {
        serve();
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(HttpRequest.newBuilder(uri("/")).build(), HttpResponse.BodyHandlers.ofString());
        Awaitility.await().until(() -> router.counters().held() == 1);

        serve(share(BLUE, 100, "one"));

        assertThat(waiting.get(10, TimeUnit.SECONDS).body()).startsWith("one ");
        assertThat(router.counters().longestHold()).isPositive();
        assertThat(router.counters().refused()).isZero();
    }

    @Test
    void closesWebSocketsBetweenFramesHoweverBusyTheyAre() throws Exception {
        serve(share(BLUE, 100, "one"));
        List<HeldWebSocket> held = new ArrayList<>();
        List<Thread> talking = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            HeldWebSocket socket = HeldWebSocket.open(client, port);
            assertThat(socket.echoes("hello")).isTrue();
            held.add(socket);
            talking.add(Thread.ofVirtual().start(() -> {
                while (!socket.closed().isDone() && socket.echoes("x".repeat(100))) {
                    // On and on, so that the goodbye meets a frame.
                }
            }));
        }

        serve();
        router.drain(BLUE, DRAIN);

        for (HeldWebSocket socket : held) {
            assertThat(socket.closed().get(20, TimeUnit.SECONDS)).isEqualTo(1012);
        }
        for (Thread thread : talking) {
            thread.join();
        }
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/echo")).POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }
}
