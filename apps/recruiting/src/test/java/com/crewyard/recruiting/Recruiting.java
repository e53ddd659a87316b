package com.crewyard.recruiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application as its users meet it: over HTTP. */
public final class Recruiting {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final JsonMapper json;

    Recruiting(String address, JsonMapper json) {
        this.address = address;
        this.json = json;
    }

    public String address() {
        return address;
    }

    public URI uri(String path) {
        return URI.create(address + path);
    }

    /** A caller of the API without an account. */
    public Api anonymous() {
        return new Api(null);
    }

    /** A new organization, seen through the API by its administrator. */
    public Api newOrganization() {
        int number = COUNTER.incrementAndGet();
        return newOrganization("Organization " + number, "admin-%d@example.com".formatted(number));
    }

    public Api newOrganization(String name, String email) {
        anonymous()
                .post(
                        "/api/v1/auth/register",
                        Map.of("email", email, "password", PASSWORD, "full_name", "Ada Admin", "org_name", name))
                .mustBe(200);
        return logIn(email);
    }

    public Api logIn(String email) {
        Answer answer = anonymous()
                .submit("/api/v1/auth/login", Map.of("username", email, "password", PASSWORD))
                .mustBe(200);
        return new Api(answer.json().get("access_token").asString());
    }

    /** A browser without scripts: it keeps cookies, and sends back the token of the form it last saw. */
    public Pages pages() {
        return new Pages();
    }

    /** @param text the body, whatever its type */
    public record Answer(int status, String text, HttpResponse<String> response, JsonMapper mapper) {

        public JsonNode json() {
            return mapper.readTree(text);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError("%s %s answered %d instead of %d: %s"
                        .formatted(
                                response.request().method(), response.request().uri(), status, expected, text));
            }
            return this;
        }
    }

    /** Calls of the API, as one of its users. */
    public final class Api {

        private final HttpClient http = HttpClient.newHttpClient();
        private final @Nullable String token;

        private Api(@Nullable String token) {
            this.token = token;
        }

        public Answer get(String path) {
            return send("GET", path, "", BodyPublishers.noBody());
        }

        public Answer post(String path, Object body) {
            return send("POST", path, "application/json", jsonOf(body));
        }

        public Answer patch(String path, Object body) {
            return send("PATCH", path, "application/json", jsonOf(body));
        }

        public Answer put(String path, Object body) {
            return send("PUT", path, "application/json", jsonOf(body));
        }

        public Answer delete(String path) {
            return send("DELETE", path, "", BodyPublishers.noBody());
        }

        public Answer submit(String path, Map<String, String> form) {
            return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(encode(form)));
        }

        public String token() {
            return token == null ? "" : token;
        }

        private BodyPublisher jsonOf(Object body) {
            return BodyPublishers.ofString(body instanceof String text ? text : json.writeValueAsString(body));
        }

        private Answer send(String method, String path, String type, BodyPublisher body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return Recruiting.this.send(http, request.build());
        }
    }

    /** Pages, with the session of whoever logged in. */
    public final class Pages {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private String formToken = "";

        private Pages() {}

        /** As a Cookie header carries them, for connections that are not ours. */
        public String cookies() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }

        /** Of the form last seen. */
        public String formToken() {
            return formToken;
        }

        public Answer get(String path) {
            return remember(send(
                    http,
                    HttpRequest.newBuilder(uri(path))
                            .header("Accept", "text/html, */*;q=0.5")
                            .build()));
        }

        public Answer submit(String path, Map<String, String> fields) {
            Map<String, String> form = new java.util.TreeMap<>(fields);
            form.putIfAbsent("_csrf", formToken);
            return remember(send(
                    http,
                    HttpRequest.newBuilder(uri(path))
                            .header("Accept", "text/html")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(encode(form)))
                            .build()));
        }

        private Answer remember(Answer answer) {
            Matcher token = FORM_TOKEN.matcher(answer.text());
            if (token.find()) {
                formToken = token.group(1);
            }
            return answer;
        }
    }

    private Answer send(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response, json);
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s".formatted(request.method(), request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
