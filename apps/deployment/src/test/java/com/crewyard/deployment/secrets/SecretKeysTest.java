package com.crewyard.deployment.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.secrets.SecretKeys.Sealed;
import com.crewyard.deployment.secrets.SecretReference.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretKeysTest {

    private static final String ONE =
            Base64.getEncoder().encodeToString("1".repeat(32).getBytes(StandardCharsets.UTF_8));
    private static final String TWO =
            Base64.getEncoder().encodeToString("2".repeat(32).getBytes(StandardCharsets.UTF_8));

    @Test
    void opensWhatItSealedThereAndNowhereElse() {
        SecretKeys keys = keys(Map.of(SecretKeys.KEY, ONE));

        Sealed sealed = keys.seal("wörd", "shop/production/TOKEN");

        assertThat(keys.open(sealed, "shop/production/TOKEN")).isEqualTo("wörd");
        assertThat(keys.seal("wörd", "shop/production/TOKEN").bytes())
                .as("another nonce each time")
                .isNotEqualTo(sealed.bytes());
        assertThatThrownBy(() -> keys.open(sealed, "shop/staging/TOKEN"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is not as it was sealed");
        byte[] changed = sealed.bytes().clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open(new Sealed(sealed.key(), changed), "shop/production/TOKEN"))
                .hasMessageContaining("is not as it was sealed");
    }

    @Test
    void opensWithKeysOfBeforeAndNamesTheOneThatIsMissing() {
        Sealed sealed = keys(Map.of(SecretKeys.KEY, ONE)).seal("word", "a/b/C");

        assertThat(keys(Map.of(SecretKeys.KEY, TWO, SecretKeys.OLD_KEYS, ONE)).open(sealed, "a/b/C"))
                .isEqualTo("word");
        assertThatThrownBy(() -> keys(Map.of(SecretKeys.KEY, TWO)).open(sealed, "a/b/C"))
                .hasMessageContaining("The secret a/b/C was sealed with the key " + sealed.key());
        assertThatThrownBy(() -> keys(Map.of()).seal("word", "a/b/C"))
                .hasMessageStartingWith("CREWYARD_SECRETS_KEY is not set")
                .hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> keys(Map.of(SecretKeys.KEY, "secret")))
                .hasMessage(
                        "CREWYARD_SECRETS_KEY is no key of 32 bytes in Base64; make one with openssl rand -base64 32.");
    }

    @ParameterizedTest
    @CsvSource({
        "env:TOKEN, ENV, TOKEN,",
        "file:/run/secrets/token, FILE, /run/secrets/token,",
        "aws-ssm:/shop/token#1, AWS_SSM, /shop/token#1,",
        "aws-secretsmanager:shop/production, AWS_SECRETSMANAGER, shop/production,",
        "aws-secretsmanager:shop/production#token, AWS_SECRETSMANAGER, shop/production, token",
        "vault:secret/data/shop#token, VAULT, secret/data/shop, token"
    })
    void readsReferences(String text, Provider provider, String path, String field) {
        assertThat(SecretReference.parse(text))
                .isEqualTo(new SecretReference(provider, path, Optional.ofNullable(field)))
                .hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "valt:secret/data/shop#token, 'did you mean \"vault\"'",
        "vault:secret/data/shop, names no field; write vault:secret/data/shop#token",
        "file:token, is a relative path",
        "env:, does not say which secret; write env:NAME"
    })
    void refusesWhatIsNoReference(String text, String reason) {
        assertThatThrownBy(() -> SecretReference.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason);
    }

    private static SecretKeys keys(Map<String, String> variables) {
        return SecretKeys.of(name -> Optional.ofNullable(variables.get(name)));
    }
}
