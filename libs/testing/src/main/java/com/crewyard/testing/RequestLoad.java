package com.crewyard.testing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Requests without a pause, and a ledger in which each that was sent has exactly one outcome. Every third is a post, which nobody may
 * repeat. Connections are kept as long as the server lets them, and nothing is tried a second time: a connection that breaks under a
 * request is an outcome too, though browsers would often hide it.
 */
public final class RequestLoad implements AutoCloseable {

    /** The only outcome that is good. */
    public static final String ANSWERED = "answered";

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> versions = new ConcurrentHashMap<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final List<Thread> threads;

    private RequestLoad(int port, int clients) {
        this.port = port;
        this.threads = IntStream.range(0, clients)
                .mapToObj(client -> Thread.ofVirtual().name("load-" + client).unstarted(() -> run(client)))
                .toList();
    }

    /** Asks {@code /} for a text whose first word tells the version, and posts to {@code /echo}. */
    public static RequestLoad on(int port, int clients) {
        RequestLoad load = new RequestLoad(port, clients);
        load.threads.forEach(Thread::start);
        return load;
    }

    public long sent() {
        return sent.get();
    }

    public long answered() {
        return outcomes.getOrDefault(ANSWERED, new LongAdder()).sum();
    }

    /** How many requests had which outcome; once the load is closed their sum is {@link #sent}. */
    public Map<String, Long> outcomes() {
        return sums(outcomes);
    }

    /** Outcomes that are not good. */
    public Map<String, Long> failures() {
        Map<String, Long> failures = outcomes();
        failures.remove(ANSWERED);
        return failures;
    }

    /** How many answers each version gave. */
    public Map<String, Long> versions() {
        return sums(versions);
    }

    /** How long the slowest answer took, from sending on. */
    public long longestMillis() {
        return longestNanos.get() / 1_000_000;
    }

    @Override
    public void close() throws InterruptedException {
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void run(int client) {
        Connection connection = null;
        for (int i = 0; !over.get(); i++) {
            if (connection == null) {
                connection = connect();
            }
            if (connection == null) {
                sent.incrementAndGet();
                count(outcomes, "no connection");
                Thread.yield();
                continue;
            }
            boolean post = i % 3 == client % 3;
            String body = post ? "body %d of %d".formatted(i, client) : "";
            long begun = System.nanoTime();
            sent.incrementAndGet();
            try {
                Answer answer = connection.ask(post, body);
                count(outcomes, judge(answer, post, body));
                longestNanos.accumulateAndGet(System.nanoTime() - begun, Math::max);
                if (answer.last()) {
                    connection.close();
                    connection = null;
                }
            } catch (IOException e) {
                count(outcomes, "%s cut (%s)".formatted(post ? "post" : "get", e.getMessage()));
                connection.close();
                connection = null;
            }
        }
        if (connection != null) {
            connection.close();
        }
    }

    private @Nullable Connection connect() {
        try {
            return new Connection(port);
        } catch (IOException _) {
            return null;
        }
    }

    private String judge(Answer answer, boolean post, String body) {
        if (answer.status() != 200) {
            return "status " + answer.status();
        }
        if (post) {
            return answer.body().equals(body) ? ANSWERED : "another's answer";
        }
        count(versions, answer.body().split(" ", -1)[0]);
        return ANSWERED;
    }

    private static void count(Map<String, LongAdder> counters, String name) {
        counters.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counters) {
        return counters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum(), Long::sum, TreeMap::new));
    }

    private record Answer(int status, String body, boolean last) {}

    private static final class Connection {

        private final Socket socket = new Socket();
        private final InputStream in;

        Connection(int port) throws IOException {
            try {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
                in = new BufferedInputStream(socket.getInputStream());
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        Answer ask(boolean post, String body) throws IOException {
            String head = post
                    ? "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n".formatted(body.length())
                    : "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            String status = line();
            int length = 0;
            boolean last = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String field = line.toLowerCase(Locale.ROOT);
                if (field.startsWith("content-length:")) {
                    length = Integer.parseInt(
                            field.substring("content-length:".length()).strip());
                }
                last |= field.startsWith("connection:") && field.contains("close");
            }
            byte[] content = in.readNBytes(length);
            if (content.length < length) {
                throw new EOFException("closed within an answer");
            }
            return new Answer(
                    Integer.parseInt(status.split(" ", -1)[1]), new String(content, StandardCharsets.UTF_8), last);
        }

        void close() {
            try {
                socket.close();
            } catch (IOException _) {
                // It is closed either way.
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException(line.isEmpty() ? "closed before an answer" : "closed within an answer");
                }
                line.append((char) next);
            }
            return line.toString().strip();
        }
    }
}
