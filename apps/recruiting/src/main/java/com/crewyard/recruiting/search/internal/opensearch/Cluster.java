package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.internal.IndexFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to a cluster over its REST API. Everything asked of it may be asked twice, documents being written under their
 * keys; so what the network loses, and what a busy cluster turns away, is asked again after a moment.
 */
public final class Cluster implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final int LONGEST_REASON = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final URI address;
    private final Optional<String> login;
    private final Duration patience;

    /**
     * @param url {@code https://user:password@host:9200}, with a path where a proxy needs one
     * @param patience how long an answer may take
     * @throws IllegalArgumentException when it is no such address
     */
    public Cluster(String url, Duration patience) {
        URI written = address(url);
        String path = written.getPath() == null ? "" : written.getPath().replaceFirst("/+$", "");
        String port = written.getPort() < 0 ? "" : ":" + written.getPort();
        this.address = URI.create(written.getScheme() + "://" + written.getHost() + port + path);
        this.login = Optional.ofNullable(written.getRawUserInfo()).map(Cluster::basic);
        this.patience = patience;
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url.strip());
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Said below, and without the password that may be in it.
        }
        throw new IllegalArgumentException(
                "OPENSEARCH_URL is no address of a cluster: write https://user:password@host:9200, signs of the password"
                        + " other than letters and digits as in addresses, %40 for @");
    }

    private static String basic(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        String decoded = decoded(parts[0]) + ":" + (parts.length > 1 ? decoded(parts[1]) : "");
        return "Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** An answer with a status below 300, or 404. */
    record Answer(int status, JsonNode body) {

        boolean isMissing() {
            return status == 404;
        }
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    Answer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** @param lines of JSON, each with its line end */
    Answer postLines(String path, String lines) {
        return send("POST", path, lines);
    }

    /** @throws IndexFailedException saying what failed; as damage when the index is not there */
    Answer require(Answer answer, String path) {
        if (answer.isMissing()) {
            throw failed(path, "it is not there (%s)".formatted(reason(answer.body())), true, null);
        }
        return answer;
    }

    private Answer send(String method, String path, String body) {
        HttpRequest request = request(method, path, body);
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (PASSING.contains(response.statusCode()) && attempt < ATTEMPTS) {
                    pause(attempt);
                    continue;
                }
                return answer(path, response);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw failed(path, "no answer from %s: %s".formatted(address, said(e)), false, e);
                }
                pause(attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed(path, "interrupted", false, e);
            }
        }
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(patience)
                .header("Accept", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", path.contains("_bulk") ? "application/x-ndjson" : "application/json");
        }
        login.ifPresent(basic -> request.header("Authorization", basic));
        return request.build();
    }

    private static Answer answer(String path, HttpResponse<String> response) {
        JsonNode body = read(path, response);
        if (response.statusCode() >= 300 && response.statusCode() != 404) {
            throw failed(path, "status %d, %s".formatted(response.statusCode(), reason(body)), false, null);
        }
        return new Answer(response.statusCode(), body);
    }

    private static JsonNode read(String path, HttpResponse<String> response) {
        try {
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw failed(
                    path,
                    "status %d and an answer that is no JSON; is OPENSEARCH_URL the cluster's address?"
                            .formatted(response.statusCode()),
                    false,
                    e);
        }
    }

    /** What the cluster says is wrong, without the texts that it may quote. */
    static String reason(JsonNode body) {
        JsonNode error = body.path("error");
        JsonNode root = error.path("root_cause").path(0);
        JsonNode said = root.isMissingNode() ? error : root;
        String reason = said.isObject()
                ? said.path("type").asString("error") + ": "
                        + said.path("reason").asString("")
                : error.asString("no reason given");
        return reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    }

    private static String said(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    static IndexFailedException failed(String path, String reason, boolean damaged, @Nullable Throwable cause) {
        return new IndexFailedException(
                "The search index failed at %s: %s".formatted(path.replaceFirst("\\?.*", ""), reason), damaged, cause);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
