package com.crewyard.recruiting.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service that speaks the API over HTTP on this machine: embeddings by counting words, chat answers as told, and
 * failures as told.
 */
public final class ModelService implements AutoCloseable {

    public static final String KEY = "sk-test-3f9a61c2d4";

    private static final int DIMENSIONS = 256;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private volatile Reply otherwise = Reply.honest();
    private volatile String chatContent = "{}";

    /** What was asked: {@code /v1/embeddings}, and the body. */
    public record Request(String path, String authorization, JsonNode body) {}

    /**
     * An answer; an honest one when there is no text.
     *
     * @param retryAfter the header, left out when empty
     * @param hangs whether it never comes
     */
    public record Reply(int status, String text, String retryAfter, boolean hangs) {

        public static Reply honest() {
            return new Reply(200, "", "", false);
        }

        public static Reply status(int status) {
            return new Reply(status, "{\"error\":{\"message\":\"Incorrect key " + KEY + "\"}}", "", false);
        }

        public static Reply text(String text) {
            return new Reply(200, text, "", false);
        }

        public static Reply hanging() {
            return new Reply(200, "", "", true);
        }

        public Reply retryAfter(String value) {
            return new Reply(status, text, value, hangs);
        }
    }

    public ModelService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/", this::handle);
        server.start();
    }

    public String baseUrl() {
        return "http://localhost:%d/v1".formatted(server.getAddress().getPort());
    }

    public OpenAiSettings settings() {
        return new OpenAiSettings(
                KEY, baseUrl() + "/", "", "", true, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(5));
    }

    /** Answers the next requests so, one after another. */
    public void next(Reply... replies) {
        next.addAll(List.of(replies));
    }

    /** Answers all other requests so. */
    public void always(Reply reply) {
        otherwise = reply;
    }

    public void chat(Map<String, Object> content) {
        chatContent = json.writeValueAsString(content);
    }

    public List<Request> requests() {
        return requests;
    }

    public List<String> embedded() {
        return requests.stream()
                .filter(request -> request.path().equals("/v1/embeddings"))
                .flatMap(request -> request.body().path("input").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    /** Everything that was ever sent, as text. */
    public String sent() {
        return String.join(
                "\n",
                requests.stream().map(request -> request.body().toString()).toList());
    }

    public void reset() {
        requests.clear();
        next.clear();
        otherwise = Reply.honest();
        chatContent = "{}";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = json.readTree(exchange.getRequestBody());
            String path = exchange.getRequestURI().getPath();
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            requests.add(new Request(path, authorization, body));
            Reply told = next.poll();
            Reply reply = told == null ? otherwise : told;
            if (reply.hangs()) {
                closed.await(30, TimeUnit.SECONDS);
                return;
            }
            String text = reply.text().isEmpty() ? honest(path, body) : reply.text();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
            }
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String honest(String path, JsonNode body) {
        Map<String, Object> usage = Map.of("prompt_tokens", 10, "completion_tokens", 3);
        if (path.endsWith("/chat/completions")) {
            Map<String, Object> message = Map.of("role", "assistant", "content", chatContent);
            return json.writeValueAsString(
                    Map.of("choices", List.of(Map.of("index", 0, "message", message)), "usage", usage));
        }
        List<Map<String, Object>> data = new ArrayList<>();
        for (JsonNode text : body.path("input")) {
            data.add(Map.of("index", data.size(), "embedding", vector(text.asString())));
        }
        return json.writeValueAsString(Map.of("data", data.reversed(), "usage", usage));
    }

    private static double[] vector(String text) {
        double[] vector = new double[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            vector[Math.floorMod(word.hashCode(), DIMENSIONS)] += 1;
        }
        return vector;
    }
}
