package com.crewyard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One question at a time to a container engine, without a library of its own: tests of libraries want none. */
record EngineSocket(String address) {

    private static final Pattern IDENTIFIER = Pattern.compile("\"Id\":\"([0-9a-f]{64})\"");
    private static final Pattern SIZE = Pattern.compile("\"Size\":(\\d+)");
    private static final Pattern HEALTHY = Pattern.compile("\"Health\":\\{\"Status\":\"healthy\"");

    boolean answers() {
        try {
            return ask("GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n", null).startsWith("HTTP/1.");
        } catch (IOException _) {
            return false;
        }
    }

    boolean has(String image) {
        return isGood(get("/images/%s/json".formatted(image)));
    }

    /** In bytes. */
    long size(String image) {
        Matcher size = SIZE.matcher(get("/images/%s/json".formatted(image)));
        if (!size.find()) {
            throw new IllegalStateException("there is no image " + image);
        }
        return Long.parseLong(size.group(1));
    }

    /** @param archive as {@code docker save} makes it */
    void load(Path archive) {
        send("/images/load", archive);
    }

    /**
     * Makes an image of one layer.
     *
     * @param tree a tar of all its files
     * @param changes instructions of a Dockerfile, such as {@code ENV PATH=/bin}
     */
    void create(Path tree, String reference, List<String> changes) {
        send(
                "/images/create?fromSrc=-&repo=%s&tag=%s%s"
                        .formatted(
                                encoded(reference), // podman reads no tag, and Docker takes it twice
                                encoded(reference.substring(reference.lastIndexOf(':') + 1)),
                                changes.stream()
                                        .map(change -> "&changes=" + encoded(change))
                                        .collect(Collectors.joining())),
                tree);
    }

    /** The running containers with all these labels. */
    List<String> running(String... labels) {
        String answer = get(
                "/containers/json?filters=" + encoded("{\"label\":[\"%s\"]}".formatted(String.join("\",\"", labels))));
        return IDENTIFIER
                .matcher(answer)
                .results()
                .map(found -> String.valueOf(found.group(1)))
                .toList();
    }

    /** Has podman run a container's health check now; other engines do so by themselves and know no such request. */
    void checkHealth(String container) {
        get("/v4.0.0/libpod/containers/%s/healthcheck".formatted(container));
    }

    boolean isHealthy(String container) {
        return HEALTHY.matcher(get("/containers/%s/json".formatted(container))).find();
    }

    private String get(String path) {
        try {
            return ask("GET %s HTTP/1.0\r\nHost: engine\r\n\r\n".formatted(path), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String path, Path archive) {
        try (FileChannel file = FileChannel.open(archive, StandardOpenOption.READ)) {
            String answer = ask(
                    "POST %s HTTP/1.0\r\nHost: engine\r\nContent-Type: application/x-tar\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, file.size()),
                    file);
            if (!isGood(answer)) {
                throw new IllegalStateException("%s cannot be loaded: %s".formatted(archive, answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGood(String answer) {
        return answer.lines().findFirst().orElse("").contains(" 200 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
