package com.crewyard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One question at a time to a container engine, without a library of its own: tests of libraries want none. */
record EngineSocket(String address) {

    boolean answers() {
        try {
            return ask("GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n", null).startsWith("HTTP/1.");
        } catch (IOException _) {
            return false;
        }
    }

    boolean has(String image) {
        try {
            return ask("GET /images/%s/json HTTP/1.0\r\nHost: engine\r\n\r\n".formatted(image), null)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .contains(" 200 ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param archive as {@code docker save} makes it */
    void load(Path archive) {
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            String answer = ask(
                    "POST /images/load HTTP/1.0\r\nHost: engine\r\nContent-Type: application/x-tar\r\nContent-Length: %d\r\n\r\n"
                            .formatted(file.size()),
                    file);
            if (!answer.lines().findFirst().orElse("").contains(" 200 ")) {
                throw new IllegalStateException("%s cannot be loaded: %s".formatted(archive, answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(String head, @org.jspecify.annotations.Nullable FileChannel body) throws IOException {
        URI uri = URI.create(address);
        SocketAddress at = uri.getScheme().equals("unix")
                ? UnixDomainSocketAddress.of(uri.getPath())
                : new InetSocketAddress(uri.getHost(), uri.getPort());
        try (SocketChannel channel = SocketChannel.open(at)) {
            ByteBuffer rest = ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII));
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            long sent = 0;
            while (body != null && sent < body.size()) {
                sent += body.transferTo(sent, body.size() - sent, channel);
            }
            return new String(
                    java.nio.channels.Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
