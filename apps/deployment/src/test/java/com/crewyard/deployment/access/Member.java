package com.crewyard.deployment.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.api.Server;
import com.crewyard.deployment.api.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** Somebody with a token of a console, at its pages and at its API. */
final class Member {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String secret;
    private final String cookie;

    private Member(URI address, String secret, String cookie) {
        this.address = address;
        this.secret = secret;
        this.cookie = cookie;
    }

    static URI address(ConfigurableApplicationContext console) {
        return URI.create("http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static Member of(ConfigurableApplicationContext console, String name, Role role, String... scopes)
            throws Exception {
        String secret = console.getBean(Tokens.class)
                .create(new TokenOrder(
                        name, role, List.of(scopes).stream().map(Scope::new).toList(), 1, "tester"))
                .secret();
        URI address = address(console);
        try (HttpClient http = HttpClient.newHttpClient()) {
            String cookie = http.send(
                            form(address.resolve("/sign-in"), Map.of("token", secret)), BodyHandlers.ofString())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceFirst(";.*", "");
            return new Member(address, secret, cookie);
        }
    }

    Server server() {
        return new Server(address, secret);
    }

    HttpResponse<String> get(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        return http.send(
                path.startsWith(Wire.PATH)
                        ? request.header("Authorization", "Bearer " + secret).build()
                        : request.header("Cookie", cookie).build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        Matcher csrf = CSRF.matcher(get("/environments").body());
        assertThat(csrf.find()).isTrue();
        HttpRequest request = HttpRequest.newBuilder(form(address.resolve(path), fields), (_, _) -> true)
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf.group(1))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** How a WebSocket is closed that is opened there. */
    String closed(String path) throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        http.newWebSocketBuilder()
                .header("Cookie", cookie)
                .buildAsync(URI.create(address.toString().replace("http:", "ws:") + path), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                        closed.complete(status + " " + reason);
                        return closed;
                    }
                })
                .get(1, TimeUnit.MINUTES);
        return closed.get(1, TimeUnit.MINUTES);
    }

    private static HttpRequest form(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
    }
}
