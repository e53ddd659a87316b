package com.crewyard.recruiting.careers.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the picture says that goes with a link to a careers page.
 *
 * @param color {@code #rrggbb}
 * @param note a line below the title; may be empty
 */
public record SocialCard(String organization, String color, String title, String note) {

    public static final int WIDTH = 1_200;
    public static final int HEIGHT = 630;

    /** Of the drawing; another one gives other pictures of the same words. */
    private static final String DRAWING = "1";

    /** Two cards with the same digest are the same picture. */
    public String digest() {
        String said = String.join("\0", DRAWING, organization, color, title, note);
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
