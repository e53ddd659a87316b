package com.crewyard.deployment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.catalog.RefusedException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks for every operation of the API and of the pages as every role, and compares with what the role may. An operation
 * that is allowed may still fail for what it was asked about; one that is not is refused before that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {

    private static final int REFUSED = 403;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "to=1&approved=true&approve=0123456789abcdef&name=local&role=viewer&scope=*";

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext console;
    private URI address;
    private Tokens tokens;

    @BeforeAll
    void start(@TempDir Path state) {
        console = DeploymentApplication.application().run("--server.port=0", "--engine.state=" + state);
        address = URI.create("http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port"));
        tokens = console.getBean(Tokens.class);
    }

    @AfterAll
    void stop() {
        http.close();
        console.close();
    }

    private record Operation(
            String method,
            String path,
            boolean ofEnvironment,
            boolean organization,
            boolean everywhere,
            Optional<Permission> permission) {

        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean isAllowedTo(Role role) {
            return permission.map(role::may).orElse(true);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void holdsForEveryOperation(Role role) throws Exception {
        List<Operation> operations = operations();
        assertThat(operations).filteredOn(Operation::isApi).hasSizeGreaterThan(25);
        assertThat(operations).filteredOn(operation -> !operation.isApi()).hasSizeGreaterThan(25);
        Asker asker = asker("matrix-" + role.code(), role, "*");
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            int status = asker.ask(operation);
            if ((status == REFUSED) == operation.isAllowedTo(role)) {
                wrong.add("%s as %s answered %d".formatted(operation, role.code(), status));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void endsWithTheEnvironmentsThatTheRoleIsFor() throws Exception {
        Asker elsewhere = asker("elsewhere", Role.ADMIN, "other/*");
        Asker there = asker("there", Role.ADMIN, "shop/lo*");
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation.ofEnvironment() || operation.organization() || operation.everywhere()) {
                int status = elsewhere.ask(operation);
                if (status != REFUSED) {
                    wrong.add("%s for another environment answered %d".formatted(operation, status));
                }
            }
            if (operation.ofEnvironment() && !operation.everywhere() && there.ask(operation) == REFUSED) {
                wrong.add("%s for a pattern that covers it was refused".formatted(operation));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(elsewhere.api("POST", "/api/v1/deployment/pipeline-runs", "{\"pipeline\":\"release\"}"))
                .isEqualTo(REFUSED);
        assertThat(closedWith(elsewhere, "/streams/logs?application=shop&environment=local"))
                .isEqualTo("1008 denied");
    }

    @Test
    void keepsAdministratorsOfAnOrganizationWithinIt() throws Exception {
        Organizations organizations = console.getBean(Organizations.class);
        organizations.create("acme", "tester");
        organizations.create("globex", "tester");
        organizations.assign("acme", "shop", "tester");
        Asker inside = asker("inside", Role.ADMIN, "@acme");
        Asker outside = asker("outside", Role.ADMIN, "@globex");
        Asker partly = asker("partly", Role.ADMIN, "@acme/shop/*");
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            boolean anywhere = !operation.everywhere();
            compare(wrong, inside, operation, anywhere);
            compare(wrong, outside, operation, anywhere && !operation.ofEnvironment());
            compare(wrong, partly, operation, anywhere && !operation.organization());
        }
        assertThat(wrong).isEmpty();
        assertThat(operations()).filteredOn(Operation::organization).hasSizeGreaterThan(7);
    }

    private static void compare(List<String> wrong, Asker asker, Operation operation, boolean allowed)
            throws Exception {
        int status = asker.ask(operation);
        if ((status == REFUSED) == allowed) {
            wrong.add("%s as %s answered %d".formatted(operation, asker.name, status));
        }
    }

    @Test
    void auditsEachNoWithTheName() throws Exception {
        Asker asker = asker("curious", Role.VIEWER, "shop/local");

        assertThat(asker.api("POST", "/api/v1/deployment/environments/shop/local/rollbacks", "{\"actor\":\"boss\"}"))
                .isEqualTo(REFUSED);
        assertThat(asker.api("GET", "/api/v1/deployment/environments/shop/production", ""))
                .isEqualTo(REFUSED);

        assertThat(console.getBean(JdbcClient.class)
                        .sql(
                                "select details from deploy.audit where actor = 'curious' and action = 'denied' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("deploy anything", "view shop/production");
    }

    @Test
    void refusesStrangersWhateverTheyAskFor() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            int status = new Asker("nobody", "", "", "").ask(operation);
            Set<Integer> expected = operation.isApi() ? Set.of(401) : Set.of(302, 401);
            if (!expected.contains(status)) {
                wrong.add("%s answered %d".formatted(operation, status));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void endsTokensAndTheSessionsOpenedWithThemAtOnce() throws Exception {
        Asker asker = asker("leaving", Role.ADMIN, "*");
        String environments = "/api/v1/deployment/environments";
        assertThat(asker.api("GET", environments, "")).isEqualTo(200);
        assertThat(asker.page("/environments")).isEqualTo(200);

        assertThatThrownBy(() -> asker("Leaving", Role.VIEWER, "*"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is taken");
        tokens.revoke("leaving", "tester");

        assertThat(asker.api("GET", environments, "")).isEqualTo(401);
        assertThat(asker.page("/environments")).isEqualTo(302);
        String secret = tokens.create(new TokenOrder("short", Role.VIEWER, List.of(Scope.EVERYTHING), 7, "tester"))
                .secret();
        JdbcClient jdbc = console.getBean(JdbcClient.class);
        assertThat(tokens.ofSecret(secret)).isPresent();
        assertThat(new Tokens(jdbc, Clock.offset(Clock.systemUTC(), Duration.ofDays(8))).ofSecret(secret))
                .isEmpty();
        assertThat(jdbc.sql("select t::text from deploy.access_token t")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(secret));
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void declaresWhatEachHandlerTakes(Permission permission) {
        assertThat(operations()).extracting(Operation::permission).contains(Optional.of(permission));
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        console.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (isOpen(handler)
                            || !handler.getBeanType().getPackageName().startsWith("com.crewyard.deployment")) {
                        return;
                    }
                    Optional<Requires> requires = Optional.ofNullable(handler.getMethodAnnotation(Requires.class));
                    assertThat(requires.isPresent() || handler.hasMethodAnnotation(SignedIn.class))
                            .as("%s says who may", handler)
                            .isTrue();
                    for (String pattern : mapping.getPatternValues()) {
                        Set<RequestMethod> methods =
                                mapping.getMethodsCondition().getMethods();
                        for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                            if (pattern.equals("/sign-out")) {
                                continue;
                            }
                            operations.add(new Operation(
                                    method.name(),
                                    pattern.replace("{application}", "shop")
                                            .replace("{environment}", "local")
                                            .replace("/**", "/nothing")
                                            .replaceAll("\\{[^}]+}", "900000"),
                                    pattern.contains("{environment}"),
                                    requires.map(Requires::organization).orElse(false),
                                    requires.map(Requires::everywhere).orElse(false),
                                    requires.map(Requires::value)));
                        }
                    }
                });
        return operations;
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Anyone.class)
                || handler.getBeanType().isAnnotationPresent(Anyone.class);
    }

    private Asker asker(String name, Role role, String scope) throws Exception {
        String secret = tokens.create(new TokenOrder(name, role, List.of(new Scope(scope)), 1, "tester"))
                .secret();
        HttpResponse<String> signedIn = http.send(
                HttpRequest.newBuilder(address.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("token=" + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String page = http.send(
                        HttpRequest.newBuilder(address.resolve("/environments"))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        return new Asker(name, secret, cookie, csrf.group(1));
    }

    private String closedWith(Asker asker, String path) throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        http.newWebSocketBuilder()
                .header("Cookie", asker.cookie)
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

    private final class Asker {

        private final String name;
        private final String token;
        private final String cookie;
        private final String csrf;

        private Asker(String name, String token, String cookie, String csrf) {
            this.name = name;
            this.token = token;
            this.cookie = cookie;
            this.csrf = csrf;
        }

        int ask(Operation operation) throws Exception {
            if (operation.isApi()) {
                return api(operation.method(), operation.path(), "{}");
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(operation.path()));
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
            }
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(
                            operation.method(),
                            operation.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(FORM));
            return send(request);
        }

        int api(String method, String path, String body) throws Exception {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            boolean hasBody = !method.equals("GET") && !method.equals("DELETE");
            return send(request.method(method, hasBody ? BodyPublishers.ofString(body) : BodyPublishers.noBody()));
        }

        int page(String path) throws Exception {
            return send(HttpRequest.newBuilder(address.resolve(path)).header("Cookie", cookie));
        }

        private int send(HttpRequest.Builder request) throws Exception {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
