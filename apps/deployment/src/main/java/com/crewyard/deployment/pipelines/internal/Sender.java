package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.notifications.Signatures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Asks and tells other systems by HTTP. Problems are sentences; addresses that are secrets are in none of them. */
final class Sender {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final int MOST_READ = 1 << 20;
    private static final int REDIRECTS = 300;

    private final Function<String, Optional<String>> variables;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT)
            .build();

    Sender(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /** @throws IllegalArgumentException when the engine's variable is not set */
    String required(String variable) {
        return variables
                .apply(variable)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not set where the engine runs; set it and run the pipeline again.".formatted(variable)));
    }

    /** What is wrong with an address's answer; empty when nothing is. */
    Optional<String> probe(String url, int status, Optional<String> contains) throws InterruptedException {
        try {
            HttpResponse<java.io.InputStream> response = http.send(
                    HttpRequest.newBuilder(address(url)).timeout(LONGEST_ANSWER).build(), BodyHandlers.ofInputStream());
            try (java.io.InputStream body = response.body()) {
                String text = new String(body.readNBytes(MOST_READ), StandardCharsets.UTF_8);
                if (response.statusCode() != status) {
                    return Optional.of("%s answers %d, not %d".formatted(url, response.statusCode(), status));
                }
                return contains.filter(wanted -> !text.contains(wanted))
                        .map(wanted -> "%s answers without \"%s\"".formatted(url, wanted));
            }
        } catch (IOException e) {
            return Optional.of("%s gives no answer (%s)".formatted(url, reason(e)));
        }
    }

    /**
     * What went wrong; empty when it was taken.
     *
     * @param secret the variable with the key of an HMAC-SHA256 (RFC 2104) over the body
     */
    Optional<String> post(String url, String body, Optional<String> secret, Situation situation)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(url))
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .header(
                        Signatures.DELIVERY_HEADER,
                        "%d/%s"
                                .formatted(
                                        situation.run().id(), situation.stage().name()))
                .POST(BodyPublishers.ofString(body));
        secret.ifPresent(
                variable -> request.header(Signatures.SIGNATURE_HEADER, Signatures.sha256(required(variable), body)));
        String host = String.valueOf(address(url).getHost());
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status < REDIRECTS ? Optional.empty() : Optional.of("%s answers %d.".formatted(host, status));
        } catch (IOException e) {
            return Optional.of("%s gives no answer (%s).".formatted(host, reason(e)));
        }
    }

    /** What another system hears of a stage. */
    static String body(Situation situation, Map<String, String> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("pipeline", situation.definition().spec().name());
        body.put("run", situation.run().id());
        body.put("number", situation.run().number());
        body.put("stage", situation.stage().name());
        body.put("actor", situation.run().actor());
        body.put("parameters", situation.run().parameters());
        body.put("trigger", situation.run().facts());
        body.put("at", situation.clock().instant().toString());
        body.putAll(more);
        return json(body);
    }

    static String json(Object body) {
        return JSON.writeValueAsString(body);
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url.strip());
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Refused below, without the text, which may be a secret.
        }
        throw new IllegalArgumentException("The address is none such as https://hooks.example.com/deploy.");
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
