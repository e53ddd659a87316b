package com.crewyard.deployment.secrets.internal;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.secrets.SecretReference;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Looks secrets up where references say. */
public final class Providers {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 64 << 10;

    private final Function<String, Optional<String>> variables;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT)
            .build();

    public Providers(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /**
     * @param belongs whose it is, for messages
     * @throws RefusedException in one sentence, without a value
     */
    public String value(String belongs, SecretReference reference) {
        try {
            return switch (reference.provider()) {
                case ENV ->
                    variables
                            .apply(reference.path())
                            .filter(value -> !value.isEmpty())
                            .orElseThrow(() -> new LookupException("the engine has no such variable"));
                case FILE -> file(Path.of(reference.path()));
                case AWS_SSM, AWS_SECRETSMANAGER -> new AwsSecrets(http, variables).value(reference);
                case VAULT -> new VaultSecrets(http, variables).value(reference);
            };
        } catch (LookupException e) {
            throw RefusedException.notNow(
                    "The secret %s is to come from %s, and %s.".formatted(belongs, reference, e.getMessage()));
        }
    }

    /** One line's end is no part of the secret. */
    private static String file(Path file) throws LookupException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new LookupException("that file is larger than %d bytes".formatted(MOST_BYTES));
            }
            return Files.readString(file).replaceFirst("\\r?\\n\\z", "");
        } catch (IOException e) {
            throw new LookupException(
                    "that file cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }
}
