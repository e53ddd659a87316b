package com.crewyard.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A small application, real sockets and all, that tells which version it is. {@code /} answers with it, {@code /echo} with the body,
 * {@code /head} with what was asked, {@code /slow?ms=} late, {@code /chunks} in chunks, {@code /cut} not at all, {@code /ws} is a
 * WebSocket that echoes.
 */
public final class VersionedServer implements AutoCloseable {

    private static final String WEBSOCKET_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** FIN and the close opcode, two bytes of payload: 1012, "Service Restart". */
    private static final byte[] SERVICE_RESTART = {(byte) 0x88, 2, (byte) (1012 >> 8), (byte) (1012 & 0xff)};

    private final String version;
    private final String instance;
    private final String behaviour;
    private final ServerSocket server;
    private final AtomicLong requests = new AtomicLong();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<OutputStream> websockets = ConcurrentHashMap.newKeySet();

    /**
     * @param instance told beside the version, empty for none
     * @param behaviour {@code sick} answers health checks with 500, {@code fails} all requests
     * @param port of this machine alone, 0 for any that is free
     */
    public VersionedServer(String version, String instance, String behaviour, int port) throws IOException {
        this(version, instance, behaviour, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** On an address of one's choice, such as that of a container. */
    public VersionedServer(String version, String instance, String behaviour, InetSocketAddress address)
            throws IOException {
        this.instance = instance;
        this.version = version;
        this.behaviour = behaviour;
        this.server = new ServerSocket(address.getPort(), 512, address.getAddress());
    }

    /** Begins to serve on a thread of its own. */
    public static VersionedServer listen(String version, String behaviour, int port) throws IOException {
        VersionedServer app = new VersionedServer(version, "", behaviour, port);
        Thread.ofPlatform().daemon().name("app-" + version).start(app::accept);
        return app;
    }

    /** How many requests have come so far. */
    public long requests() {
        return requests.get();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** As on a request to end: nothing new, a goodbye to WebSockets, and what is under way goes on. */
    @Override
    public void close() {
        try {
            server.close();
            for (OutputStream websocket : websockets) {
                send(websocket, SERVICE_RESTART);
            }
        } catch (IOException _) {
            // It ends anyway.
        }
    }

    /** As when it is killed: every connection is cut. */
    public void crash() {
        try {
            server.close();
            for (Socket client : clients) {
                client.setSoLinger(true, 0);
                client.close();
            }
        } catch (IOException _) {
            // It is gone already.
        }
    }

    /** Serves until it is closed. */
    public void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException _) {
                // Closed, which ends the loop, or out of file handles, which passes.
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            while (answer(in, client.getOutputStream())) {
                // The next request on this connection.
            }
        } catch (Exception _) {
            // The client went away.
        } finally {
            clients.remove(client);
        }
    }

    private boolean answer(InputStream in, OutputStream out) throws Exception {
        List<String> head = head(in);
        if (head.isEmpty()) {
            return false;
        }
        String path = head.getFirst().split(" ", -1)[1];
        requests.incrementAndGet();
        if (path.startsWith("/ws")) {
            websocket(field(head, "sec-websocket-key"), in, out);
            return false;
        }
        byte[] body = body(head, in);
        if (path.startsWith("/slow")) {
            Thread.sleep(Long.parseLong(path.replaceFirst(".*ms=", "")));
        }
        if (path.startsWith("/cut")) {
            return false;
        }
        if (path.startsWith("/chunks")) {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 3; i++) {
                out.write("5\r\nchunk\r\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            out.write("0\r\nDigest: none\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return true;
        }
        boolean bad = path.equals("/healthz") ? behaviour.equals("sick") : behaviour.equals("fails");
        byte[] text = path.startsWith("/echo")
                ? body
                : path.startsWith("/head")
                        ? String.join("\n", head).getBytes(StandardCharsets.UTF_8)
                        : (version + " " + instance + "\n").getBytes(StandardCharsets.UTF_8);
        out.write("HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(bad ? "500 Broken" : "200 OK", text.length)
                .getBytes(StandardCharsets.UTF_8));
        out.write(text);
        out.flush();
        return !"close".equalsIgnoreCase(field(head, "connection"));
    }

    private void websocket(String key, InputStream in, OutputStream out) throws Exception {
        String accept = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1")
                        .digest((key + WEBSOCKET_KEY).getBytes(StandardCharsets.US_ASCII)));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        websockets.add(out);
        try {
            echo(in, out);
        } finally {
            websockets.remove(out);
        }
    }

    private static void echo(InputStream in, OutputStream out) throws IOException {
        while (true) {
            int opcode = in.read() & 0x0f;
            int length = in.read() & 0x7f;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (opcode == 8 || mask.length < 4) {
                return;
            }
            byte[] frame = new byte[payload.length + 2];
            frame[0] = (byte) (0x80 | opcode);
            frame[1] = (byte) payload.length;
            System.arraycopy(payload, 0, frame, 2, payload.length);
            send(out, frame);
        }
    }

    /** A whole frame, whoever else has one to send. */
    private static void send(OutputStream out, byte[] frame) throws IOException {
        synchronized (out) {
            out.write(frame);
            out.flush();
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                line.append((char) next);
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            if (text.isEmpty()) {
                return lines;
            }
            lines.add(text);
        }
        return List.of();
    }

    private static byte[] body(List<String> head, InputStream in) throws IOException {
        if (field(head, "transfer-encoding").equals("chunked")) {
            java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
            while (true) {
                StringBuilder size = new StringBuilder();
                for (int next = in.read(); next != '\n'; next = in.read()) {
                    size.append((char) next);
                }
                int bytes = Integer.parseInt(size.toString().strip(), 16);
                body.write(in.readNBytes(bytes));
                in.readNBytes(2);
                if (bytes == 0) {
                    return body.toByteArray();
                }
            }
        }
        String length = field(head, "content-length");
        return length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length));
    }

    private static String field(List<String> head, String name) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
