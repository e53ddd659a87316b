package com.crewyard.benchmarks;

import com.crewyard.testing.HeldWebSocket;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/** WebSockets that are held open all the time; who loses one opens another, and how each ended is kept. */
final class HeldSockets implements AutoCloseable {

    private static final int HOLDERS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final List<HeldWebSocket> open = new ArrayList<>();
    private final Map<Integer, Integer> ended = new TreeMap<>();
    private long refused;

    HeldSockets(int port) {
        this.port = port;
        look();
    }

    /** Counts those that ended and opens others in their place. */
    void look() {
        for (Iterator<HeldWebSocket> each = open.iterator(); each.hasNext(); ) {
            HeldWebSocket socket = each.next();
            if (socket.closed().isDone()) {
                ended.merge(socket.closed().join(), 1, Integer::sum);
                each.remove();
            }
        }
        while (open.size() < HOLDERS) {
            try {
                open.add(HeldWebSocket.open(client, port));
            } catch (CompletionException _) {
                refused++;
                return;
            }
        }
    }

    String report() {
        long bad = ended.entrySet().stream()
                .filter(entry -> entry.getKey() != 1012)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "%d | %d | %d".formatted(open.size(), ended.getOrDefault(1012, 0), bad + refused);
    }

    @Override
    public void close() {
        open.forEach(HeldWebSocket::abort);
        client.close();
    }
}
