package com.crewyard.deployment.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Role;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.TokenOrder;
import com.crewyard.deployment.access.Tokens;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.Place;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the API's description to the handlers, and what a console answers to the description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentTest {

    private static final String ENVIRONMENT = "/environments/shop/local";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> PROBLEMS = List.of("400", "401", "403", "404", "409", "422", "429", "500", "503");

    private final HttpClient http = HttpClient.newHttpClient();
    private Place place;
    private ConfigurableApplicationContext console;
    private String root = "";
    private JsonNode document;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        place = new Place(folder);
        console = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + place.settings().state());
        root = AccessToken.of(place.settings().state(), Optional.empty()).value();
        document = Wire.JSON.readTree(ask("GET", "/openapi.json", "", root).body());
    }

    @AfterAll
    void stop() {
        console.getBean(Engine.class).deployments().destroy(Place.REF, "tester", true);
        console.close();
        http.close();
    }

    /** What the handlers of one method at one path take and give. */
    private record Route(String method, String path, List<HandlerMethod> handlers) {

        Set<String> placeholders() {
            return PLACEHOLDER
                    .matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }

        Map<String, Boolean> parameters() {
            Map<String, Boolean> required = new TreeMap<>();
            for (HandlerMethod handler : handlers) {
                for (MethodParameter parameter : handler.getMethodParameters()) {
                    RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
                    if (declared != null) {
                        required.put(
                                parameter.getParameter().getName(),
                                declared.required() && declared.defaultValue().equals(ValueConstants.DEFAULT_NONE));
                    }
                }
            }
            return required;
        }

        boolean hasBody() {
            return handlers.stream()
                    .flatMap(handler -> Arrays.stream(handler.getMethodParameters()))
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        }

        String success() {
            ResponseStatus status = handlers.getFirst().getMethodAnnotation(ResponseStatus.class);
            return String.valueOf(status == null ? 200 : status.code().value());
        }

        boolean answers() {
            return !handlers.getFirst().isVoid();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void describesEveryRouteAndNoOther() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(45);
        List<String> described = new ArrayList<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        routes.stream().map(Route::toString).toList());

        Set<String> names = new HashSet<>();
        for (Route route : routes) {
            JsonNode operation = operation(route);
            assertThat(names.add(operation.get("operationId").stringValue()))
                    .as("%s has a name", route)
                    .isTrue();
            assertThat(operation.get("operationId").stringValue())
                    .as(route.toString())
                    .matches("[a-zA-Z]+");
            assertThat(operation.get("summary").stringValue())
                    .as(route.toString())
                    .endsWith(".");
            assertThat(operation.get("tags")).as(route.toString()).hasSize(1);
        }
    }

    @Test
    void describesWhatEachRouteTakes() {
        for (Route route : routes()) {
            JsonNode operation = operation(route);
            Set<String> inPath = new TreeSet<>();
            Map<String, Boolean> inQuery = new TreeMap<>();
            for (JsonNode parameter : operation.path("parameters")) {
                assertThat(parameter.get("schema").get("type").stringValue())
                        .as(route.toString())
                        .isNotBlank();
                String name = parameter.get("name").stringValue();
                if (parameter.get("in").stringValue().equals("path")) {
                    inPath.add(name);
                    assertThat(parameter.get("required").booleanValue()).isTrue();
                } else {
                    inQuery.put(name, parameter.get("required").booleanValue());
                }
            }
            assertThat(inPath).as(route.toString()).isEqualTo(route.placeholders());
            assertThat(inQuery).as(route.toString()).isEqualTo(route.parameters());
            assertThat(operation.has("requestBody")).as(route.toString()).isEqualTo(route.hasBody());
            if (route.hasBody()) {
                JsonNode body = resolved(operation.at("/requestBody/content/application~1json/schema"));
                assertThat(body.get("properties").size()).as(route.toString()).isPositive();
            }
        }
    }

    @Test
    void describesWhatEachRouteAnswers() {
        for (Route route : routes()) {
            JsonNode responses = operation(route).get("responses");
            assertThat(responses.propertyNames())
                    .as(route.toString())
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(route.success()), PROBLEMS.stream())
                            .toList());
            JsonNode success = responses.get(route.success());
            assertThat(success.has("content")).as(route.toString()).isEqualTo(route.answers());
            success.path("content")
                    .forEach(content -> assertThat(
                                    resolved(content.get("schema")).size())
                            .as(route.toString())
                            .isPositive());
            for (String status : PROBLEMS) {
                JsonNode problem = resolved(responses.get(status));
                assertThat(problem.get("description").stringValue()).isNotBlank();
                assertThat(problem.at("/content/application~1problem+json/schema/$ref")
                                .stringValue())
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
    }

    @Test
    void isWholeAndOfVersion31() {
        assertThat(document.get("openapi").stringValue()).startsWith("3.1.");
        assertThat(document.at("/info/title").stringValue()).isEqualTo("Crewyard Deploy");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").stringValue())
                .isEqualTo("bearer");
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references)
                .hasSizeGreaterThan(100)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.stringValue().substring(1))
                                        .isMissingNode())
                        .as(reference.stringValue())
                        .isFalse());
        assertThat(document.toString()).doesNotContain("planHash", "\"*/*\"", "Optional");
    }

    @Test
    void isForWhoeverHasAToken() throws Exception {
        String viewer = console.getBean(Tokens.class)
                .create(new TokenOrder("reader", Role.VIEWER, List.of(new Scope("other/local")), 1, "tester"))
                .secret();

        assertThat(ask("GET", "/openapi.json", "", "").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "/openapi.json", "", viewer).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheTruth() throws Exception {
        Operations operations = new RemoteOperations(new Server(address(""), root), Optional.empty());
        DeployRequest request = Place.request(place.app("v1", "", "strategy: blue-green, window: 1h", ""));
        operations.await(operations.deploy(request), _ -> {});
        console.getBean(Protections.class).protect(new Scope("shop/*"), "tester");

        String wanted = Wire.JSON.writeValueAsString(Wire.Deployment.of(
                Place.request(place.app("v2", "", "strategy: blue-green, window: 1h", "")),
                Optional.of(request.app().base().toString()),
                true));
        holds("POST", "/plans", "/plans", wanted, 200);
        holds("POST", "/rollouts", "/rollouts", wanted, 409);
        holds("POST", "/rollouts", "/rollouts", "{}", 422);
        holds("POST", "/rollouts", "/rollouts", "{", 400);
        String token = "{\"name\":\"ci\",\"role\":\"viewer\",\"scopes\":[\"shop/local\"]}";
        holds("POST", "/tokens", "/tokens", token, 201);
        for (String path :
                List.of("/approvals", "/audit", "/environments", "/organizations", "/tokens", "/pipelines")) {
            holds("GET", path, path, "", 200);
        }
        holds("GET", "/approvals/{id}", "/approvals/1", "", 200);
        holds("GET", "/approvals/{id}", "/approvals/99", "", 404);
        holds("GET", "/rollouts/{id}", "/rollouts/1", "", 200);
        String template = "/environments/{application}/{environment}";
        for (String what : List.of("", "/releases", "/rollouts", "/drift", "/cron", "/logs", "/secrets")) {
            holds("GET", template + what, ENVIRONMENT + what, "", 200);
        }
        holds("GET", template + "/logs", ENVIRONMENT + "/logs?cursor=", "", 200);
        holds("GET", template, "/environments/shop/elsewhere", "", 404);
    }

    /** Whether an answer is as its schema says, and has nothing in it that the schema does not name. */
    private void holds(String method, String template, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = ask(method, path, body, root);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(status);
        JsonNode response = resolved(document.get("paths")
                .get(Wire.PATH + template)
                .get(method.toLowerCase(Locale.ROOT))
                .get("responses")
                .get(String.valueOf(status)));
        String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        ObjectNode schema =
                (ObjectNode) response.get("content").get(type).get("schema").deepCopy();
        schema.set("components", closed());

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(Wire.JSON.readTree(answer.body())))
                .as("%s %s: %s", method, path, answer.body())
                .isEmpty();
    }

    private JsonNode closed() {
        JsonNode components = document.get("components").deepCopy();
        components.get("schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return components;
    }

    private JsonNode operation(Route route) {
        return document.get("paths").get(route.path()).get(route.method().toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private List<Route> routes() {
        Map<String, Route> routes = new TreeMap<>();
        console.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (String path : mapping.getPatternValues()) {
                        if (path.startsWith(Wire.PATH)
                                && !path.endsWith("/**")
                                && handler.getBeanType().getPackageName().startsWith("com.crewyard")) {
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                routes.computeIfAbsent(
                                                method + " " + path,
                                                _ -> new Route(method.name(), path, new ArrayList<>()))
                                        .handlers()
                                        .add(handler);
                            }
                        }
                    }
                });
        return List.copyOf(routes.values());
    }

    private HttpResponse<String> ask(String method, String path, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(Wire.PATH + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create(
                "http://localhost:" + console.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
