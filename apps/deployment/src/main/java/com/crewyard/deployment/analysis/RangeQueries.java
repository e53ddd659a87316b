package com.crewyard.deployment.analysis;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Range queries of the HTTP interface, prometheus.io/docs/prometheus/latest/querying/api. */
final class RangeQueries {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final HttpClient client;
    private final URI address;

    RangeQueries(HttpClient client, URI server) {
        this.client = client;
        this.address = URI.create(server.toString().replaceFirst("/+$", "") + "/api/v1/query_range");
    }

    /**
     * Points by series, by the name of the instance or all labels; not a number where a series has no point.
     *
     * @throws PrometheusException when the server cannot be reached, refuses, or warns that the answer is not whole
     */
    Map<String, List<Double>> ask(String query, Instant from, Instant to, Duration step) throws PrometheusException {
        if (from.isAfter(to)) {
            throw new PrometheusException("the window is shorter than an interval of %d s".formatted(step.toSeconds()));
        }
        JsonNode answer = answer(Map.of(
                "query", query,
                "start", seconds(from),
                "end", seconds(to),
                "step", Long.toString(step.toSeconds()),
                "timeout", PATIENCE.toSeconds() + "s"));
        if (!answer.path("warnings").isEmpty()) {
            throw new PrometheusException(
                    "Prometheus warns: " + answer.path("warnings").path(0).asString());
        }
        int points = Math.toIntExact(Duration.between(from, to).dividedBy(step)) + 1;
        Map<String, List<Double>> series = new LinkedHashMap<>();
        for (JsonNode one : answer.path("data").path("result")) {
            Double[] values = new Double[points];
            Arrays.fill(values, Double.NaN);
            for (JsonNode point : one.path("values")) {
                long index = Math.round((point.path(0).asDouble() - from.toEpochMilli() / 1000.0) / step.toSeconds());
                values[Math.clamp(index, 0, points - 1)] = number(point.path(1).asString());
            }
            series.put(name(one.path("metric")), List.of(values));
        }
        return series;
    }

    private JsonNode answer(Map<String, String> parameters) throws PrometheusException {
        String form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode answer = JsonMapper.shared().readTree(response.body());
            if (response.statusCode() != OK
                    || !answer.path("status").asString("").equals("success")) {
                throw new PrometheusException("Prometheus answered %d: %s"
                        .formatted(response.statusCode(), answer.path("error").asString("no reason given")));
            }
            return answer;
        } catch (JacksonException e) {
            throw new PrometheusException("%s does not answer as Prometheus does".formatted(address));
        } catch (IOException e) {
            throw new PrometheusException("Prometheus at %s does not answer".formatted(address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PrometheusException("the question to Prometheus was interrupted");
        }
    }

    private static String name(JsonNode labels) {
        return labels.path("instance").asString(labels.toString());
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String seconds(Instant instant) {
        return "%d.%03d".formatted(instant.getEpochSecond(), instant.toEpochMilli() % 1000);
    }
}
