package com.crewyard.deployment.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What a browser keeps between leaving for an identity provider and coming back.
 *
 * @param state binds the answer to this browser
 * @param nonce binds the ID token to this sign-in
 * @param verifier binds the code to us (PKCE, RFC 7636)
 */
record Handshake(String state, String nonce, String verifier) {

    private static final int RANDOM_BYTES = 32;

    static Handshake fresh() {
        return new Handshake(random(), random(), random());
    }

    static Optional<Handshake> read(String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length == 3 ? Optional.of(new Handshake(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    String text() {
        return String.join(".", state, nonce, verifier);
    }

    String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean isAnsweredBy(String given) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
