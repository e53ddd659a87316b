package com.crewyard.deployment.routing.internal.local;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Latencies;
import com.crewyard.deployment.routing.SlotRef;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** An instance as the router sees it: whether it answers, its idle connections, and what was counted. */
final class Member {

    private static final int MOST_IDLE = 64;
    /** Below what usual servers allow, so that hardly ever both sides reach for a connection at once. */
    private static final long IDLE_NANOS = Duration.ofSeconds(4).toNanos();

    private record Idle(HttpConnection connection, long since) {}

    final SlotRef slot;
    final String service;
    final Endpoint endpoint;
    final Set<WebSocketTunnel> tunnels = ConcurrentHashMap.newKeySet();
    final AtomicInteger open = new AtomicInteger();
    final LongAdder requests = new LongAdder();
    final LongAdder serverErrors = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder retried = new LongAdder();
    final LongAdder websocketsOpened = new LongAdder();
    final LongAdder websocketsClosed = new LongAdder();
    private final LongAdder[] latency = Stream.generate(LongAdder::new)
            .limit(Latencies.BOUNDS_MILLISECONDS.size() + 1L)
            .toArray(LongAdder[]::new);
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean answering = true;
    private volatile boolean gone;

    Member(SlotRef slot, String service, Endpoint endpoint) {
        this.slot = slot;
        this.service = service;
        this.endpoint = endpoint;
    }

    boolean answers() {
        return answering;
    }

    void answers(boolean whether) {
        answering = whether;
    }

    /** An idle connection that has been quiet for a short while only. */
    Optional<HttpConnection> idleConnection() {
        for (Idle found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            if (System.nanoTime() - found.since() < IDLE_NANOS) {
                return Optional.of(found.connection());
            }
            found.connection().close();
        }
        return Optional.empty();
    }

    HttpConnection connect() throws IOException {
        return HttpConnection.to(endpoint.host(), endpoint.port());
    }

    void giveBack(HttpConnection connection) {
        if (gone || idle.size() >= MOST_IDLE) {
            connection.close();
        } else {
            idle.addFirst(new Idle(connection, System.nanoTime()));
        }
    }

    /** It is in no table any more: what is open may end, nothing is kept. */
    void retire() {
        gone = true;
        for (Idle found = idle.pollFirst(); found != null; found = idle.pollFirst()) {
            found.connection().close();
        }
    }

    void answered(long nanos) {
        latency[Latencies.bucket(Duration.ofNanos(nanos).toMillis())].increment();
    }

    InstanceCounters counters() {
        return new InstanceCounters(
                slot,
                service,
                endpoint.instance(),
                requests.sum(),
                serverErrors.sum(),
                failed.sum(),
                retried.sum(),
                Stream.of(latency).map(LongAdder::sum).toList(),
                Math.max(0, open.get() - tunnels.size()),
                tunnels.size(),
                websocketsOpened.sum(),
                websocketsClosed.sum());
    }
}
