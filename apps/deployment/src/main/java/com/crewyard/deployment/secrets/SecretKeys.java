package com.crewyard.deployment.secrets;

import com.crewyard.deployment.catalog.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256 in Galois/Counter Mode (NIST SP 800-38D), under keys from the environment. Where a secret belongs
 * is authenticated with it, so that one cannot be passed off as another.
 */
public final class SecretKeys {

    /** The key that secrets are sealed with: 32 bytes in Base64. */
    public static final String KEY = "CREWYARD_SECRETS_KEY";

    /** Keys of before, with commas between, which secrets are still opened with. */
    public static final String OLD_KEYS = "CREWYARD_SECRETS_OLD_KEYS";

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_DIGITS = 12;

    private final Optional<String> current;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    private SecretKeys(Optional<String> current, Map<String, SecretKeySpec> keys) {
        this.current = current;
        this.keys = keys;
    }

    /**
     * @param variables of the environment
     * @throws RefusedException when one is no key
     */
    public static SecretKeys of(Function<String, Optional<String>> variables) {
        Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
        Optional<String> current = given(variables, KEY).map(text -> add(KEY, text, keys));
        given(variables, OLD_KEYS)
                .ifPresent(texts -> Arrays.stream(texts.split(",", -1))
                        .filter(text -> !text.isBlank())
                        .forEach(text -> add(OLD_KEYS, text, keys)));
        return new SecretKeys(current, keys);
    }

    /**
     * A sealed value.
     *
     * @param key the name of the key, which tells nothing of it
     * @param bytes the nonce, then the text with its tag
     */
    public record Sealed(String key, byte[] bytes) {}

    /** The name of the key that secrets are sealed with. */
    public Optional<String> current() {
        return current;
    }

    /**
     * @param belongs where the value belongs, such as {@code shop/production/TOKEN}
     * @throws RefusedException when there is no key
     */
    Sealed seal(String value, String belongs) {
        String name = current.orElseThrow(() -> RefusedException.notNow(
                "%s is not set, so no secret can be sealed; set it where the engine runs, to what openssl rand -base64 32 prints."
                        .formatted(KEY)));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, name, nonce, value.getBytes(StandardCharsets.UTF_8), 0, belongs);
        byte[] bytes = Arrays.copyOf(nonce, nonce.length + text.length);
        System.arraycopy(text, 0, bytes, nonce.length, text.length);
        return new Sealed(name, bytes);
    }

    /** @throws RefusedException when its key is not there, or it was tampered with */
    String open(Sealed sealed, String belongs) {
        if (!keys.containsKey(sealed.key())) {
            throw RefusedException.notNow(
                    "The secret %s was sealed with the key %s, which is neither %s nor among %s; give that key, or set the secret again."
                            .formatted(belongs, sealed.key(), KEY, OLD_KEYS));
        }
        byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
        return new String(
                crypt(Cipher.DECRYPT_MODE, sealed.key(), nonce, sealed.bytes(), NONCE_BYTES, belongs),
                StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String key, byte[] nonce, byte[] input, int from, String belongs) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongs.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (AEADBadTagException e) {
            throw RefusedException.notNow(
                    "The secret %s is not as it was sealed; somebody changed the database. Set it again."
                            .formatted(belongs));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static Optional<String> given(Function<String, Optional<String>> variables, String name) {
        return variables.apply(name).filter(text -> !text.isBlank());
    }

    private static String add(String variable, String text, Map<String, SecretKeySpec> keys) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException _) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw RefusedException.input("%s is no key of %d bytes in Base64; make one with openssl rand -base64 32."
                    .formatted(variable, KEY_BYTES));
        }
        String name = name(bytes);
        keys.put(name, new SecretKeySpec(bytes, "AES"));
        return name;
    }

    private static String name(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("crewyard secrets key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key)).substring(0, NAME_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
