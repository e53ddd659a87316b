package com.crewyard.recruiting.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RecruitingTest
class LiveTest {

    private final Recruiting recruiting;
    private final JsonMapper json;

    LiveTest(Recruiting recruiting, JsonMapper json) {
        this.recruiting = recruiting;
        this.json = json;
    }

    @Test
    void tellsAPageWithinASecondWhatSomebodyElseDid() throws Exception {
        Api admin = recruiting.newOrganization("Live One", "live-one@example.com");
        long job = job(admin);
        try (Follower follower = follow("live-one@example.com", "/live?job=%d&after=0".formatted(job))) {
            await().until(() -> !follower.frames.isEmpty());
            admin.patch("/api/v1/jobs/" + job, Map.of("title", "Changed")).mustBe(200);
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> follower.frames.stream()
                            .anyMatch(frame -> frame.get("type").asString().equals("job.changed")));
        }
    }

    @Test
    void catchesUpFromItsCursorWithoutLosingOrDoublingOne() throws Exception {
        Api admin = recruiting.newOrganization("Live Two", "live-two@example.com");
        long job = job(admin);
        List<Long> positions = new ArrayList<>();
        long cursor = 0;
        for (int round = 0; round < 5; round++) {
            try (Follower follower = follow("live-two@example.com", "/live?job=%d&after=%d".formatted(job, cursor))) {
                admin.patch("/api/v1/jobs/" + job, Map.of("title", "While connected " + round))
                        .mustBe(200);
                await().until(() -> follower.frames.stream()
                        .anyMatch(frame -> frame.toString().contains("While connected")));
                follower.frames.forEach(
                        frame -> positions.add(frame.get("position").asLong()));
                cursor = positions.getLast();
            }
            admin.patch("/api/v1/jobs/" + job, Map.of("title", "While away " + round))
                    .mustBe(200);
        }
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        assertThat(positions)
                .containsAll(LongStream.rangeClosed(positions.getFirst(), cursor)
                        .boxed()
                        .toList());
    }

    @Test
    void showsOthersJobsOnlyAsAMovedCursor() throws Exception {
        Api admin = recruiting.newOrganization("Live Three", "live-three@example.com");
        long mine = job(admin);
        try (Follower follower = follow("live-three@example.com", "/live?job=" + mine)) {
            job(admin);
            await().until(() -> follower.frames.stream()
                    .anyMatch(frame -> frame.get("type").asString().equals("cursor")));
            assertThat(follower.frames)
                    .allSatisfy(frame -> assertThat(frame.get("job_id").isNull()
                                    || frame.get("job_id").asLong() == mine)
                            .isTrue());
        }
    }

    @Test
    void answersAPollWithTheSameFrames() {
        recruiting.newOrganization("Live Four", "live-four@example.com");
        Recruiting.Pages pages = signedIn("live-four@example.com");
        JsonNode frames = pages.get("/live/poll?after=0").mustBe(200).json();
        assertThat(frames.get(0).get("type").asString()).isEqualTo("organization.registered");
        assertThat(frames.get(0).get("position").asLong()).isEqualTo(1);
    }

    @Test
    void doesNotTalkToStrangers() {
        URI uri = URI.create(recruiting.address().replace("http", "ws") + "/live");
        List<String> closed = new CopyOnWriteArrayList<>();
        try {
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(uri, new WebSocket.Listener() {
                        @Override
                        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                            closed.add(Integer.toString(code));
                            return null;
                        }
                    })
                    .join();
        } catch (CompletionException e) {
            closed.add("refused");
        }
        await().until(() -> !closed.isEmpty());
        assertThat(closed).containsAnyOf("1008", "refused");
    }

    private Recruiting.Pages signedIn(String email) {
        Recruiting.Pages pages = recruiting.pages();
        pages.get("/login").mustBe(200);
        pages.submit("/login", Map.of("email", email, "password", Recruiting.PASSWORD));
        return pages;
    }

    private Follower follow(String email, String path) {
        Follower follower = new Follower();
        follower.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", signedIn(email).cookies())
                .buildAsync(URI.create(recruiting.address().replace("http", "ws") + path), follower)
                .join();
        return follower;
    }

    private static long job(Api admin) {
        return admin.post("/api/v1/jobs", Map.of("title", "Nurse"))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }

    private final class Follower implements WebSocket.Listener, AutoCloseable {

        private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(json.readTree(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void close() {
            if (socket != null) {
                socket.abort();
            }
        }
    }
}
