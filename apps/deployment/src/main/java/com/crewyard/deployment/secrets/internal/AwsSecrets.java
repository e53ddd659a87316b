package com.crewyard.deployment.secrets.internal;

import com.crewyard.deployment.secrets.SecretReference;
import com.crewyard.deployment.secrets.SecretReference.Provider;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks AWS Systems Manager and Secrets Manager, in their JSON protocol 1.1, signed with Signature Version 4. */
record AwsSecrets(HttpClient http, Function<String, Optional<String>> variables) {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    /** Headers that Java's client sets itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

    /** @param variable that names another address than AWS's, as its own tools read it */
    private record Service(String signingName, String variable, String operation, Map<String, Object> request) {}

    String value(SecretReference reference) throws LookupException {
        if (reference.provider() == Provider.AWS_SSM) {
            return ask(new Service(
                            "ssm",
                            "AWS_ENDPOINT_URL_SSM",
                            "AmazonSSM.GetParameter",
                            Map.of("Name", reference.path(), "WithDecryption", true)))
                    .text("/Parameter/Value");
        }
        String text = ask(new Service(
                        "secretsmanager",
                        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                        "secretsmanager.GetSecretValue",
                        Map.of("SecretId", reference.path())))
                .text("/SecretString");
        if (reference.field().isEmpty()) {
            return text;
        }
        JsonNode object = Exchange.read(text);
        return Exchange.field(object, reference.field().get());
    }

    private Exchange ask(Service service) throws LookupException {
        String region = region();
        byte[] body = JSON.writeValueAsBytes(service.request());
        Exchange exchange = Exchange.of(http, signed(service, region, body));
        if (!exchange.isGood()) {
            String type = exchange.body().path("__type").asString("").replaceFirst("^.*#", "");
            throw new LookupException(
                    "AWS in %s answers %d%s".formatted(region, exchange.status(), type.isEmpty() ? "" : ", " + type));
        }
        return exchange;
    }

    private HttpRequest signed(Service service, String region, byte[] body) throws LookupException {
        URI address = variables
                .apply(service.variable())
                .or(() -> variables.apply("AWS_ENDPOINT_URL"))
                .map(URI::create)
                .orElseGet(() -> URI.create("https://%s.%s.%s/"
                        .formatted(
                                service.signingName(),
                                region,
                                Region.of(region).metadata().partition().dnsSuffix())));
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(address)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", service.operation())
                .build();
        AwsCredentials credentials = credentials();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials)
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        HttpRequest.Builder builder = HttpRequest.newBuilder(signed.request().getUri())
                .timeout(LONGEST_ANSWER)
                .POST(HttpRequest.BodyPublishers.ofString(new String(body, StandardCharsets.UTF_8)));
        signed.request().headers().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    /** Of the engine's variables, or else wherever AWS's own tools look. */
    private AwsCredentials credentials() throws LookupException {
        Optional<String> id = variables.apply("AWS_ACCESS_KEY_ID");
        Optional<String> secret = variables.apply("AWS_SECRET_ACCESS_KEY");
        if (id.isPresent() && secret.isPresent()) {
            return variables
                    .apply("AWS_SESSION_TOKEN")
                    .<AwsCredentials>map(token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
                    .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()));
        }
        try (DefaultCredentialsProvider usual =
                DefaultCredentialsProvider.builder().build()) {
            return usual.resolveCredentials();
        } catch (SdkException _) {
            throw new LookupException("there are no AWS credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
                    + " or give the engine's machine a role");
        }
    }

    private String region() throws LookupException {
        Optional<String> region = variables.apply("AWS_REGION").or(() -> variables.apply("AWS_DEFAULT_REGION"));
        if (region.isPresent()) {
            return region.get();
        }
        try {
            return new DefaultAwsRegionProviderChain().getRegion().id();
        } catch (SdkException _) {
            throw new LookupException("AWS_REGION is not set");
        }
    }
}
