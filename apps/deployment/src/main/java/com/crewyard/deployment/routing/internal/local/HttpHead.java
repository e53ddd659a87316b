package com.crewyard.deployment.routing.internal.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The start line and fields of a message (RFC 9112), bytes read as ISO 8859-1 so that they go on unchanged. */
record HttpHead(String startLine, List<Field> fields) {

    /** Fields of one connection, not of the message (RFC 9110, section 7.6.1). */
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "keep-alive", "proxy-connection", "te", "upgrade", "proxy-authenticate");

    record Field(String name, String value) {

        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    HttpHead {
        fields = List.copyOf(fields);
    }

    /** @throws BadMessageException when two programs could read different messages out of it */
    static HttpHead parse(List<String> lines) throws BadMessageException {
        List<Field> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.substring(0, colon).chars().anyMatch(character -> character <= ' ')) {
                throw new BadMessageException("a header field has no proper name");
            }
            fields.add(new Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        HttpHead head = new HttpHead(lines.getFirst(), fields);
        List<String> lengths = head.values("content-length").distinct().toList();
        if (lengths.size() > 1 || !lengths.isEmpty() && !lengths.getFirst().matches("\\d{1,18}")) {
            throw new BadMessageException("Content-Length is no single number");
        }
        if (!lengths.isEmpty() && head.has("transfer-encoding")) {
            throw new BadMessageException("it has both Content-Length and Transfer-Encoding");
        }
        return head;
    }

    Optional<String> value(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).findFirst();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.is(name));
    }

    /** Whether a list of tokens has one. */
    boolean lists(String name, String token) {
        return values(name)
                .anyMatch(value -> Arrays.stream(value.split(",", -1))
                        .anyMatch(item -> item.strip().equalsIgnoreCase(token)));
    }

    boolean isChunked() {
        return lists("transfer-encoding", "chunked");
    }

    OptionalLong contentLength() {
        return values("content-length").mapToLong(Long::parseLong).findFirst();
    }

    String method() {
        return startLine.substring(0, startLine.indexOf(' '));
    }

    /** The request's target without its query; of an absolute form, the path only. */
    String path() {
        String target = startLine.split(" ", -1)[1];
        String path = target.startsWith("/") ? target : target.replaceFirst("^[a-zA-Z]+://[^/?]*", "");
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return plain.startsWith("/") ? plain : "/" + plain;
    }

    /** The host asked for, without port, in lower case; empty when there is none. */
    String host() {
        return value("host").orElse("").replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    int status() {
        return Integer.parseInt(startLine.split(" ", 3)[1]);
    }

    boolean isVersion11() {
        return startLine.startsWith("HTTP/") ? startLine.startsWith("HTTP/1.1") : startLine.endsWith("HTTP/1.1");
    }

    boolean keepsAlive() {
        return isVersion11() ? !lists("connection", "close") : lists("connection", "keep-alive");
    }

    boolean asksForWebSocket() {
        return lists("connection", "upgrade") && lists("upgrade", "websocket");
    }

    /** The message without the fields that belong to the connection it came over. */
    HttpHead forwarded(List<Field> more) {
        Set<String> dropped = values("connection")
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        dropped.addAll(HOP_BY_HOP);
        more.forEach(field -> dropped.add(field.name().toLowerCase(Locale.ROOT)));
        List<Field> kept = new ArrayList<>(fields.stream()
                .filter(field -> !dropped.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList());
        kept.addAll(more);
        return new HttpHead(startLine, kept);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(256).append(startLine).append("\r\n");
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private java.util.stream.Stream<String> values(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value);
    }
}
