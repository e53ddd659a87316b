package com.crewyard.deployment.secrets.internal;

import com.crewyard.deployment.secrets.SecretReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads a key-value secret of Vault or OpenBao over its HTTP API, of either version of that engine. */
record VaultSecrets(HttpClient http, Function<String, Optional<String>> variables) {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    String value(SecretReference reference) throws LookupException {
        URI address = address(reference.path());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(LONGEST_ANSWER)
                .header("X-Vault-Token", variable("VAULT_TOKEN"))
                .header("X-Vault-Request", "true");
        variables.apply("VAULT_NAMESPACE").ifPresent(namespace -> request.header("X-Vault-Namespace", namespace));
        Exchange exchange = Exchange.of(http, request.build());
        if (!exchange.isGood()) {
            throw new LookupException(
                    switch (exchange.status()) {
                        case 403 -> "Vault refuses the token of VAULT_TOKEN for it";
                        case 404 ->
                            "Vault has nothing there; for version 2 of the engine the path has data in it, as in"
                                    + " secret/data/shop";
                        case 503 -> "Vault is sealed";
                        default -> "Vault answers %d".formatted(exchange.status());
                    });
        }
        JsonNode data = exchange.body().path("data");
        boolean versioned =
                data.path("data").isObject() && data.path("metadata").isObject();
        return Exchange.field(
                versioned ? data.path("data") : data, reference.field().orElseThrow());
    }

    private URI address(String path) throws LookupException {
        String base = variable("VAULT_ADDR").replaceFirst("/+$", "");
        try {
            return URI.create(base + "/v1/" + path.replaceFirst("^/+", ""));
        } catch (IllegalArgumentException _) {
            throw new LookupException("VAULT_ADDR with that path is no address");
        }
    }

    private String variable(String name) throws LookupException {
        return variables
                .apply(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new LookupException("the engine's %s is not set".formatted(name)));
    }
}
