package com.crewyard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A static file as it is sent.
 *
 * @param name with the fingerprint of its content, for example {@code app-1f00c0de.css}
 * @param compressed gzip of the content; empty for types that are compressed already
 */
record Asset(String name, String mediaType, byte[] content, byte[] compressed) {

    private static final int FINGERPRINT_LENGTH = 10;

    static Asset of(String plainName, byte[] content) {
        String mediaType = mediaType(plainName);
        return new Asset(
                fingerprinted(plainName, content),
                mediaType,
                content,
                mediaType.startsWith("font/") || mediaType.equals("image/png") ? new byte[0] : gzip(content));
    }

    boolean isCompressed() {
        return compressed.length > 0;
    }

    String entityTag() {
        return '"' + name + '"';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Asset asset && name.equals(asset.name) && Arrays.equals(content, asset.content);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "%s (%d bytes)".formatted(name, content.length);
    }

    private static String fingerprinted(String plainName, byte[] content) {
        int dot = plainName.lastIndexOf('.');
        return plainName.substring(0, dot)
                + "-"
                + Digests.sha256(content).substring(0, FINGERPRINT_LENGTH)
                + plainName.substring(dot);
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "woff2" -> "font/woff2";
            case "txt" -> "text/plain;charset=utf-8";
            default -> throw new IllegalArgumentException("No media type is known for the asset %s".formatted(name));
        };
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream out = new SmallGzip(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class SmallGzip extends GZIPOutputStream {
        SmallGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
