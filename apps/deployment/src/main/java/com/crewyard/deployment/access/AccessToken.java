package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of a console: who has it may do everything. */
public final class AccessToken {

    /** The variable that gives a token to a console, and to the commands that use one. */
    public static final String VARIABLE = "CREWYARD_DEPLOY_TOKEN";

    /** Of a token that somebody chose: below, it could be guessed. */
    public static final int SHORTEST = 32;

    private static final String FILE = "token";
    private static final int RANDOM_BYTES = 32;

    private final String value;

    private AccessToken(String value) {
        this.value = value;
    }

    /**
     * The token given, or the one in the state folder, which is made on first use.
     *
     * @throws RefusedException when the one given is too short
     */
    public static AccessToken of(Path state, Optional<String> given) {
        if (given.isPresent()) {
            if (given.get().length() < SHORTEST) {
                throw RefusedException.input(
                        "%s has %d characters and could be guessed; give it at least %d random ones, such as those of openssl rand -hex 32."
                                .formatted(VARIABLE, given.get().length(), SHORTEST));
            }
            return new AccessToken(given.get());
        }
        PrivateFile file = new PrivateFile(file(state));
        Optional<String> kept = file.read().map(String::strip).filter(text -> text.length() >= SHORTEST);
        if (kept.isPresent()) {
            return new AccessToken(kept.get());
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        file.write(fresh + "\n");
        return new AccessToken(fresh);
    }

    /** Where it is kept, unless it is given. */
    public static Path file(Path state) {
        return state.resolve(FILE);
    }

    public String value() {
        return value;
    }

    /** Takes as long for a candidate that is nearly right as for any other. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(signature("token", candidate), signature("token", value));
    }

    /** HMAC-SHA256 (RFC 2104) of a text, by a key of this token and of a purpose. */
    public byte[] signature(String purpose, String text) {
        return hmac(hmac(value.getBytes(StandardCharsets.UTF_8), purpose), text);
    }

    @Override
    public String toString() {
        return "token";
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
