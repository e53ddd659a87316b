package com.crewyard.deployment.routing.internal.local;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection with a client or with an instance, and the messages on it. */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int LONGEST_HEAD_BYTES = 64 * 1024;
    private static final Duration LINGER = Duration.ofMillis(500);
    private static final int MOST_UNREAD_BYTES = 1 << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        this.out = socket.getOutputStream();
    }

    static HttpConnection to(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT_TIMEOUT.toMillis());
            return new HttpConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    String peer() {
        return socket.getInetAddress().getHostAddress();
    }

    void patience(Duration timeout) throws IOException {
        socket.setSoTimeout((int) timeout.toMillis());
    }

    /** The next message's head; empty when the other side has closed instead of beginning one. */
    Optional<HttpHead> readHead() throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(128);
        int read = 0;
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (read == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the connection was closed within a message's head");
            }
            if (++read > LONGEST_HEAD_BYTES) {
                throw new BadMessageException("the head is longer than %d bytes".formatted(LONGEST_HEAD_BYTES));
            }
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (!lines.isEmpty()) {
                return Optional.of(HttpHead.parse(lines));
            }
        }
    }

    void write(HttpHead head) throws IOException {
        out.write(head.bytes());
    }

    void answer(int status, String reason, String sentence, boolean keepAlive) throws IOException {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        List<HttpHead.Field> fields = List.of(
                new HttpHead.Field("Content-Type", "text/plain; charset=utf-8"),
                new HttpHead.Field("Content-Length", String.valueOf(body.length)),
                new HttpHead.Field("Cache-Control", "no-store"),
                new HttpHead.Field("Connection", keepAlive ? "keep-alive" : "close"));
        write(new HttpHead("HTTP/1.1 %d %s".formatted(status, reason), fields));
        out.write(body);
        out.flush();
    }

    /**
     * Says that nothing more comes, and takes in what the other side was still sending: closed with that unread, the system
     * would reset the connection, and an answer on its way with it.
     */
    void finish() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) LINGER.toMillis());
        byte[] unread = new byte[BUFFER_BYTES];
        for (int left = MOST_UNREAD_BYTES; left > 0; ) {
            int read = in.read(unread);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
