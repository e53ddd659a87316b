package com.crewyard.recruiting.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The deployment's secret, from which the keys that seal and sign are derived: HMAC-SHA-256 of a purpose, then AES-GCM
 * (NIST SP 800-38D) with a random 96-bit nonce in front of the ciphertext.
 */
public final class DeploymentSecret {

    static final int SHORTEST_IN_PRODUCTION = 32;
    private static final Set<String> WELL_KNOWN = Set.of("CHANGE_ME", "changeme", "secret", "SECRET_KEY");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private DeploymentSecret(byte[] key) {
        this.key = key;
    }

    /** The configured secret; without one, a random secret made on first use and kept in the data directory. */
    static DeploymentSecret of(Settings settings) {
        String secret = settings.secretKey().isBlank() ? developmentSecret(settings.data()) : settings.secretKey();
        return new DeploymentSecret(secret.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isFitForProduction(String secret) {
        return secret.length() >= SHORTEST_IN_PRODUCTION && !WELL_KNOWN.contains(secret);
    }

    /** Encrypts so that only this deployment can read it, for one purpose. */
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
        return sealed;
    }

    /** @throws SealBrokenException when it was sealed with another secret or has been changed */
    public byte[] open(String purpose, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    /** HMAC-SHA-256 of a message, for one purpose: the same for the same message, and nobody else can make it. */
    public byte[] sign(String purpose, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derivedKey(purpose, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Says that sealed bytes cannot be read with the present secret. */
    public static final class SealBrokenException extends RuntimeException {
        SealBrokenException(Throwable cause) {
            super("sealed with another SECRET_KEY, or changed since", cause);
        }
    }

    private byte[] crypt(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, derivedKey(purpose, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(e);
        }
    }

    private SecretKeySpec derivedKey(String purpose, String algorithm) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), algorithm);
    }

    private static String developmentSecret(Path directory) {
        Path file = directory.resolve("secret.key");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                byte[] random = new byte[32];
                RANDOM.nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the development secret %s cannot be kept: %s".formatted(file, e.getMessage()), e);
        }
    }
}
