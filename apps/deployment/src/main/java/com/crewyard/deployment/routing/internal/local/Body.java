package com.crewyard.deployment.routing.internal.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** How the end of a message's body is told (RFC 9112, section 6), and copying it as it comes. */
sealed interface Body {

    int BUFFER_BYTES = 16 * 1024;
    int LONGEST_CHUNK_LINE = 4096;
    int NO_CONTENT = 204;
    int NOT_MODIFIED = 304;
    Set<String> METHODS_WITHOUT_ANSWER = Set.of("HEAD");

    record None() implements Body {}

    record Sized(long bytes) implements Body {}

    record Chunked() implements Body {}

    record UntilClose() implements Body {}

    static Body ofRequest(HttpHead head) throws BadMessageException {
        if (head.has("transfer-encoding") && !head.isChunked()) {
            throw new BadMessageException("its Transfer-Encoding is not chunked");
        }
        if (head.isChunked()) {
            return new Chunked();
        }
        long length = head.contentLength().orElse(0);
        return length == 0 ? new None() : new Sized(length);
    }

    static Body ofAnswer(HttpHead head, String method) {
        int status = head.status();
        if (METHODS_WITHOUT_ANSWER.contains(method) || status == NO_CONTENT || status == NOT_MODIFIED || status < 200) {
            return new None();
        }
        if (head.isChunked()) {
            return new Chunked();
        }
        return head.contentLength().isPresent() ? new Sized(head.contentLength().getAsLong()) : new UntilClose();
    }

    default boolean isEmpty() {
        return this instanceof None;
    }

    default void copy(InputStream from, OutputStream to) throws IOException {
        switch (this) {
            case None _ -> {}
            case Sized(long bytes) -> copyExactly(from, to, bytes);
            case Chunked _ -> copyChunks(from, to);
            case UntilClose _ -> copyAll(from, to);
        }
        to.flush();
    }

    private static void copyExactly(InputStream from, OutputStream to, long bytes) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, bytes)];
        long left = bytes;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("%d of %d bytes of the body are missing".formatted(left, bytes));
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void copyAll(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private static void copyChunks(InputStream from, OutputStream to) throws IOException {
        while (true) {
            String line = line(from);
            long size = size(line);
            to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            if (size == 0) {
                String trailer = line(from);
                while (!trailer.isEmpty()) {
                    to.write((trailer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    trailer = line(from);
                }
                to.write(new byte[] {'\r', '\n'});
                return;
            }
            copyExactly(from, to, size);
            if (!line(from).isEmpty()) {
                throw new BadMessageException("a chunk is longer than it says");
            }
            to.write(new byte[] {'\r', '\n'});
            if (from.available() == 0) {
                to.flush();
            }
        }
    }

    private static long size(String line) throws BadMessageException {
        String digits = line.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{1,15}")) {
            throw new BadMessageException("a chunk has no size");
        }
        return Long.parseLong(digits, 16);
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed within a chunked body");
            }
            if (line.length() > LONGEST_CHUNK_LINE) {
                throw new BadMessageException("a line between chunks is too long");
            }
            line.append((char) next);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }
}
