package com.crewyard.deployment.secrets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.secrets.SecretReference;
import com.crewyard.deployment.testing.Program;
import com.crewyard.testing.FreePort;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    private static final int ACTIONS_BEFORE_SIGNATURES_COUNT = 5;
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"ssm:GetParameter\",\"secretsmanager:GetSecretValue\"],\"Resource\":\"*\"}]}";

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final Providers providers = new Providers(name -> Optional.ofNullable(variables.get(name)));

    @Test
    void readsFilesAndVariables() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "from a file\n");
        variables.put("TOKEN", "from a variable");

        assertThat(value("file:" + file)).isEqualTo("from a file");
        assertThat(value("env:TOKEN")).isEqualTo("from a variable");
        assertThatThrownBy(() -> value("file:/nowhere/token"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The secret shop/production/TOKEN is to come from file:/nowhere/token, and that file cannot be"
                                + " read (NoSuchFileException).");
        assertThatThrownBy(() -> value("env:NONE")).hasMessageEndingWith("the engine has no such variable.");
    }

    /** The server of moto stands for AWS; from the sixth action on it takes what is signed by its own user alone. */
    @Test
    void asksAwsWithItsSignature() throws Exception {
        assumeTrue(
                new ProcessBuilder(Program.find("python3").toString(), "-c", "import moto.server")
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0,
                "moto is not installed (pip install moto[server]): not tried here");
        int port = FreePort.next();
        URI address = URI.create("http://127.0.0.1:%d/".formatted(port));
        try (Program _ = Program.start(
                folder.resolve("moto.log"),
                "env",
                "INITIAL_NO_AUTH_ACTION_COUNT=" + ACTIONS_BEFORE_SIGNATURES_COUNT,
                "python3",
                "-m",
                "moto.server",
                "-H",
                "127.0.0.1",
                "-p",
                port)) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> answers(address));
            act(address, "iam", Map.of("Action", "CreateUser", "UserName", "crewyard"));
            act(
                    address,
                    "iam",
                    Map.of(
                            "Action",
                            "PutUserPolicy",
                            "UserName",
                            "crewyard",
                            "PolicyName",
                            "read",
                            "PolicyDocument",
                            POLICY));
            String key = act(address, "iam", Map.of("Action", "CreateAccessKey", "UserName", "crewyard"));
            act(
                    address,
                    "ssm",
                    "AmazonSSM.PutParameter",
                    "{\"Name\": \"/shop/token\", \"Value\": \"a parameter\", \"Type\": \"SecureString\"}");
            act(
                    address,
                    "secretsmanager",
                    "secretsmanager.CreateSecret",
                    "{\"Name\": \"shop/production\", \"SecretString\": \"{\\\"token\\\": \\\"a secret\\\"}\"}");
            variables.putAll(Map.of(
                    "AWS_ENDPOINT_URL", address.toString(),
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", element(key, "AccessKeyId"),
                    "AWS_SECRET_ACCESS_KEY", element(key, "SecretAccessKey")));

            assertThat(value("aws-ssm:/shop/token")).isEqualTo("a parameter");
            assertThat(value("aws-secretsmanager:shop/production#token")).isEqualTo("a secret");
            assertThatThrownBy(() -> value("aws-ssm:/shop/none"))
                    .hasMessageEndingWith("AWS in eu-central-1 answers 400, ParameterNotFound.");
            assertThatThrownBy(() -> value("aws-secretsmanager:shop/production#none"))
                    .hasMessageEndingWith("there is no field \"none\" in it.");
            variables.put("AWS_SECRET_ACCESS_KEY", "wrong");
            assertThatThrownBy(() -> value("aws-ssm:/shop/token"))
                    .as("signatures count")
                    .hasMessageEndingWith("AWS in eu-central-1 answers 403.");
        }
    }

    /** Answers as the API documentation of Vault has them, for no Vault can be installed here. */
    @Test
    void readsBothVersionsOfVaultsKeyValueEngine() throws Exception {
        List<String> asked = new ArrayList<>();
        HttpServer vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean known = "right".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
            asked.add(exchange.getRequestMethod() + " " + path + " "
                    + exchange.getRequestHeaders().getFirst("X-Vault-Namespace"));
            String answer = switch (path) {
                case "/v1/secret/data/shop" ->
                    "{\"data\": {\"data\": {\"token\": \"of version 2\"}, \"metadata\": {\"version\": 3}}}";
                case "/v1/kv/shop" -> "{\"data\": {\"token\": \"of version 1\"}, \"lease_duration\": 2764800}";
                default -> "";
            };
            byte[] body = (known && !answer.isEmpty() ? answer : "{\"errors\": []}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(!known ? 403 : answer.isEmpty() ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        vault.start();
        try {
            variables.putAll(Map.of(
                    "VAULT_ADDR", "http://127.0.0.1:" + vault.getAddress().getPort() + "/",
                    "VAULT_TOKEN", "right",
                    "VAULT_NAMESPACE", "team"));

            assertThat(value("vault:secret/data/shop#token")).isEqualTo("of version 2");
            assertThat(value("vault:kv/shop#token")).isEqualTo("of version 1");
            assertThat(asked).containsExactly("GET /v1/secret/data/shop team", "GET /v1/kv/shop team");
            assertThatThrownBy(() -> value("vault:secret/shop#token"))
                    .hasMessageContaining(
                            "Vault has nothing there; for version 2 of the engine the path has data in it");
            assertThatThrownBy(() -> value("vault:kv/shop#none"))
                    .hasMessageContaining("there is no field \"none\" in it");
            variables.put("VAULT_TOKEN", "wrong");
            assertThatThrownBy(() -> value("vault:kv/shop#token"))
                    .hasMessageContaining("Vault refuses the token of VAULT_TOKEN")
                    .hasMessageNotContaining("wrong");
        } finally {
            vault.stop(0);
        }
        assertThatThrownBy(() -> value("vault:kv/shop#token")).hasMessageContaining("cannot be reached");
    }

    private String value(String reference) {
        return providers.value("shop/production/TOKEN", SecretReference.parse(reference));
    }

    private static boolean answers(URI address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(address.resolve("/moto-api/"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        }
    }

    private static String act(URI address, String service, Map<String, String> form) throws Exception {
        StringBuilder text = new StringBuilder("Version=2010-05-08");
        form.forEach((name, value) ->
                text.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(address, service)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(text.toString()))
                .build());
    }

    private static void act(URI address, String service, String target, String json) throws Exception {
        send(request(address, service)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Unsigned, but it says which service in which region is meant. */
    private static HttpRequest.Builder request(URI address, String service) {
        return HttpRequest.newBuilder(address)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=none/20260101/eu-central-1/%s/aws4_request, SignedHeaders=host, Signature=0"
                                .formatted(service));
    }

    private static String send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            java.net.http.HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static String element(String xml, String name) {
        Matcher found =
                Pattern.compile("<%s>([^<]+)</%s>".formatted(name, name)).matcher(xml);
        assertThat(found.find()).as(xml).isTrue();
        return found.group(1);
    }
}
