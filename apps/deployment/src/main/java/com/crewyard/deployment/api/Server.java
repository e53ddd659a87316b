package com.crewyard.deployment.api;

import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/** A Crewyard server, by HTTP. Its refusals are thrown here as they would be by an engine in this process. */
public final class Server {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(120);
    private static final Duration LONGEST_RESTART = Duration.ofSeconds(60);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(300);
    private static final int REDIRECTS = 300;

    private final URI address;
    private final String token;
    private volatile boolean answered;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT)
            .build();

    /** @throws RefusedException when the address is none, or would carry the token in plain text */
    public Server(URI address, String token) {
        String scheme = String.valueOf(address.getScheme());
        if (address.getHost() == null || !Set.of("http", "https").contains(scheme)) {
            throw RefusedException.input(
                    "--server is \"%s\", which is no address; use one such as https://deploy.example.com."
                            .formatted(address));
        }
        this.address = address;
        this.token = token;
        if (scheme.equals("http") && !isHere()) {
            throw RefusedException.input(
                    "--server %s would send the token in plain text; use https, or a tunnel to this machine."
                            .formatted(address));
        }
    }

    /** Whether it is on this machine, so that paths mean the same to both. */
    boolean isHere() {
        return THIS_MACHINE.contains(address.getHost());
    }

    /** The folder on its machine that an app spec's relative paths start from. */
    Optional<String> folder(Optional<String> named, AppFile app) {
        return named.or(() -> isHere() ? Optional.of(app.base().toString()) : Optional.empty());
    }

    <T> T get(String path, Map<String, ?> parameters, Class<T> type) {
        return read(ask("GET", path, parameters, BodyPublishers.noBody()), Wire.JSON.constructType(type));
    }

    <T> List<T> list(String path, Map<String, ?> parameters, Class<T> type) {
        return read(
                ask("GET", path, parameters, BodyPublishers.noBody()),
                Wire.JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    <T> T post(String path, Object body, Class<T> type) {
        return read(ask("POST", path, Map.of(), json(body)), Wire.JSON.constructType(type));
    }

    <T> List<T> put(String path, Object body, Class<T> type) {
        return read(
                ask("PUT", path, Map.of(), json(body)),
                Wire.JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    void post(String path, Object body) {
        ask("POST", path, Map.of(), json(body));
    }

    void delete(String path, Map<String, ?> parameters) {
        ask("DELETE", path, parameters, BodyPublishers.noBody());
    }

    <T> T delete(String path, Map<String, ?> parameters, Class<T> type) {
        return read(ask("DELETE", path, parameters, BodyPublishers.noBody()), Wire.JSON.constructType(type));
    }

    private String ask(String method, String path, Map<String, ?> parameters, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(target(path, parameters))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body)
                .build();
        return read(send(request));
    }

    /** A console that answered before may be restarting; asking it again is harmless, telling it again is not. */
    private HttpResponse<String> send(HttpRequest request) {
        long deadline = System.nanoTime() + LONGEST_RESTART.toNanos();
        while (true) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                answered = true;
                return response;
            } catch (IOException e) {
                if (!answered || !request.method().equals("GET") || System.nanoTime() > deadline) {
                    throw unreachable(e);
                }
                pause();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private String read(HttpResponse<String> response) {
        if (response.statusCode() < REDIRECTS) {
            return response.body();
        }
        throw refusal(response);
    }

    private ServerException unreachable(IOException e) {
        return e instanceof ConnectException
                ? new ServerException(
                        "The server at %s does not answer; start it there with ./crewyard console.".formatted(address),
                        e)
                : new ServerException("The server at %s cannot be reached (%s).".formatted(address, reason(e)), e);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ServerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerException("Interrupted; what was begun on the server goes on there.", e);
    }

    private RuntimeException refusal(HttpResponse<String> response) {
        Optional<Wire.Problem> problem = problem(response.body());
        String sentence = problem.flatMap(found -> Optional.ofNullable(found.detail()))
                .orElse("The server at %s answers %d, not as Crewyard does.".formatted(address, response.statusCode()));
        if (response.statusCode() == 401) {
            return new ServerException(
                    "The server at %s refuses the token; set %s to one that ./crewyard token create made there, or to the one in its state folder."
                            .formatted(address, AccessToken.VARIABLE));
        }
        return problem.flatMap(found -> Optional.ofNullable(found.reason()))
                .<RuntimeException>map(reason -> new RefusedException(
                        RefusedException.Reason.valueOf(reason),
                        sentence,
                        problem.flatMap(found -> Optional.ofNullable(found.details()))
                                .orElse(List.of())))
                .orElseGet(() -> new ServerException(sentence));
    }

    private <T> T read(String body, JavaType type) {
        try {
            return Wire.JSON.readValue(body, type);
        } catch (JacksonException e) {
            throw new ServerException(
                    "The server at %s answers what this Crewyard cannot read; are both of the same version?"
                            .formatted(address),
                    e);
        }
    }

    private static Optional<Wire.Problem> problem(String body) {
        try {
            return Optional.ofNullable(Wire.JSON.readValue(body, Wire.Problem.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(Wire.JSON.writeValueAsString(body));
    }

    private URI target(String path, Map<String, ?> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(String.valueOf(entry.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String base = address.toString().replaceFirst("/+$", "");
        return URI.create(base + Wire.PATH + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
