package com.crewyard.cli;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.AddedTerm;
import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.vocabulary.OwnTerm.Source;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends skills and titles to a running Crewyard. What it refuses is a {@link StartRefusedException} with its words. */
final class TermsClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI address;
    private final String token;

    private TermsClient(HttpClient http, URI address, String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    static TermsClient logIn(URI address, String email, String password) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        String form = "username=%s&password=%s".formatted(encoded(email), encoded(password));
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/v1/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        String token = answer(http, address, request).path("access_token").asString("");
        return new TermsClient(http, address, token);
    }

    /** @return how many were new or had new names */
    int takeSkills(Source source, List<AddedSkill> skills) {
        return take("skills", source, skills, skill -> {
            Map<String, Object> body = body(skill);
            body.put("kind", skill.kind().name().toLowerCase(Locale.ROOT));
            return body;
        });
    }

    /** @return how many were new or had new names */
    int takeTitles(Source source, List<AddedTitle> titles) {
        return take("titles", source, titles, TermsClient::body);
    }

    private static Map<String, Object> body(AddedTerm term) {
        Map<String, Object> body = new HashMap<>();
        body.put("label", term.label());
        body.put("synonyms", term.synonyms());
        return body;
    }

    private <T> int take(String family, Source source, List<T> terms, Function<T, Map<String, Object>> body) {
        Map<String, Object> whole =
                Map.of("source", source.code(), family, terms.stream().map(body).toList());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address.resolve("/api/v1/taxonomy/own-%s/import".formatted(family)))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(whole)));
        return answer(http, address, request).path("taken").asInt(0);
    }

    private static JsonNode answer(HttpClient http, URI address, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StartRefusedException(
                        "%s answered %d: %s".formatted(address, response.statusCode(), detail(response.body())));
            }
            return JSON.readTree(response.body());
        } catch (IOException | JacksonException e) {
            throw new StartRefusedException(
                    "%s does not answer as Crewyard does (%s); is it running there? --to names another address."
                            .formatted(address, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("The import was interrupted; the same command goes on with it.");
        }
    }

    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            JsonNode detail = problem.path("detail");
            return detail.isString() ? detail.asString() : body;
        } catch (JacksonException _) {
            return body;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
