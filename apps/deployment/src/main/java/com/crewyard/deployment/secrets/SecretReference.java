package com.crewyard.deployment.secrets;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.hosting.Suggestion;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where else a secret is, such as {@code vault:secret/data/shop#token}.
 *
 * @param path what the provider knows it by
 * @param field of what is found there, when that is several
 */
public record SecretReference(Provider provider, String path, Optional<String> field) {

    /** Where secrets can be. */
    public enum Provider {
        /** A variable of the engine's. */
        ENV,
        /** A file on the engine's machine, by its full path. */
        FILE,
        /** A parameter of AWS Systems Manager. */
        AWS_SSM,
        /** A secret of AWS Secrets Manager, by name or ARN; with a field, of the JSON object in it. */
        AWS_SECRETSMANAGER,
        /** A field of a secret of HashiCorp Vault or OpenBao, by the path of its API. */
        VAULT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int LONGEST = 2048;

    /** @throws RefusedException when it is none */
    public static SecretReference parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        Provider provider = Arrays.stream(Provider.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.input("\"%s\" names no place that secrets are looked up in; %s"
                        .formatted(
                                word,
                                Suggestion.sentence(
                                        word,
                                        Arrays.stream(Provider.values())
                                                .map(Provider::word)
                                                .collect(Collectors.toCollection(TreeSet::new))))));
        String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
        boolean fielded = provider == Provider.VAULT || provider == Provider.AWS_SECRETSMANAGER;
        int hash = fielded ? rest.lastIndexOf('#') : -1;
        String path = hash < 0 ? rest : rest.substring(0, hash);
        Optional<String> field = hash < 0
                ? Optional.empty()
                : Optional.of(rest.substring(hash + 1)).filter(name -> !name.isBlank());
        if (path.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw RefusedException.input(
                    "\"%s\" does not say which secret; write %s.".formatted(text, example(provider)));
        }
        if (provider == Provider.VAULT && (field.isEmpty() || path.contains(".."))) {
            throw RefusedException.input("\"%s\" names no field; write %s.".formatted(text, example(provider)));
        }
        if (provider == Provider.FILE && !path.startsWith("/")) {
            throw RefusedException.input(
                    "\"%s\" is a relative path; name a file on the engine's machine in full, such as %s."
                            .formatted(text, example(provider)));
        }
        return new SecretReference(provider, path, field);
    }

    private static String example(Provider provider) {
        return switch (provider) {
            case ENV -> "env:NAME";
            case FILE -> "file:/run/secrets/token";
            case AWS_SSM -> "aws-ssm:/shop/production/token";
            case AWS_SECRETSMANAGER -> "aws-secretsmanager:shop/production#token";
            case VAULT -> "vault:secret/data/shop#token";
        };
    }

    @Override
    public String toString() {
        return provider.word() + ":" + path + field.map(name -> "#" + name).orElse("");
    }
}
