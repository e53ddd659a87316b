package com.crewyard.hosting.artifacts;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An application behind a proxy: answers a request with the headers it got, and a WebSocket with what it said (RFC 6455). */
final class EchoUpstream implements AutoCloseable {

    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int MASK = 0x7f;

    private final ServerSocket socket;

    private EchoUpstream(ServerSocket socket) {
        this.socket = socket;
    }

    static EchoUpstream start() throws IOException {
        EchoUpstream upstream = new EchoUpstream(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(upstream::accept);
        return upstream;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
                OutputStream out = connection.getOutputStream()) {
            Map<String, String> headers = headers(in);
            String key = headers.get("sec-websocket-key");
            if (key == null) {
                byte[] body = headers.toString().getBytes(StandardCharsets.UTF_8);
                out.write(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                                .formatted(body.length)
                                .getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                return;
            }
            out.write(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n"
                            .formatted(accepted(key))
                            .getBytes(StandardCharsets.US_ASCII));
            echo(in, out);
        } catch (IOException e) {
            // The proxy or the client has gone, which ends what was to be said.
        }
    }

    /** Short text frames only; anything else ends the conversation. */
    private static void echo(DataInputStream in, OutputStream out) throws IOException {
        while (in.read() == TEXT) {
            int length = in.read() & MASK;
            byte[] mask = in.readNBytes(4);
            byte[] said = in.readNBytes(length);
            for (int i = 0; i < said.length; i++) {
                said[i] ^= mask[i % mask.length];
            }
            out.write(TEXT);
            out.write(length);
            out.write(said);
            out.flush();
        }
    }

    /** By name in lower case. */
    private static Map<String, String> headers(DataInputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static String accepted(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + KEY_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
