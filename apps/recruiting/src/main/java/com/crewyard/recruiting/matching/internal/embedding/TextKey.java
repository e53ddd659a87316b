package com.crewyard.recruiting.matching.internal.embedding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * A text by its content.
 *
 * @param text in Unicode's composed form, with one space where any white space was
 * @param sha256 of its UTF-8 bytes, in hexadecimal
 */
public record TextKey(String text, String sha256) {

    static TextKey of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        return new TextKey(text, HexFormat.of().formatHex(digest(text)));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(sha256);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
