package com.crewyard.benchmarks;

import com.crewyard.testing.HeldWebSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** WebSockets that are held open all the time; who loses one opens another, and how each ended is kept. */
final class HeldSockets implements AutoCloseable {

    private final int holders;
    private final Supplier<HeldWebSocket> opening;
    private final List<HeldWebSocket> open = new ArrayList<>();
    private final Map<Integer, Integer> ended = new TreeMap<>();
    private long refused;

    /** @param opening opens one, or throws {@link CompletionException} */
    HeldSockets(int holders, Supplier<HeldWebSocket> opening) {
        this.holders = holders;
        this.opening = opening;
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
        while (open.size() < holders) {
            try {
                open.add(opening.get());
            } catch (CompletionException _) {
                refused++;
                return;
            }
        }
    }

    int kept() {
        return open.size();
    }

    /** Closed because the service restarts (RFC 6455's registry). */
    int restarted() {
        return ended.getOrDefault(1012, 0);
    }

    /** Ended in any other way, or refused. */
    long lost() {
        return refused
                + ended.entrySet().stream()
                        .filter(entry -> entry.getKey() != 1012)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /** Messages that came, on those that are open now. */
    List<Integer> heard() {
        return open.stream().map(HeldWebSocket::heard).toList();
    }

    String report() {
        return "%d | %d | %d".formatted(kept(), restarted(), lost());
    }

    @Override
    public void close() {
        open.forEach(HeldWebSocket::abort);
    }
}
