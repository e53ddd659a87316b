package com.crewyard.deployment.routing.internal.local;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.routing.StaleTableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Who may be asked. Requests claim an instance, and tables are swapped, under the same lock: once a swap is through, no
 * new request can land where it must not any more.
 */
final class Members {

    static final Duration LONGEST_HOLD = Duration.ofSeconds(10);
    static final int MOST_HELD = 1000;
    private static final int REMEMBERED = 100;

    private record Key(SlotRef slot, String service, Endpoint endpoint) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Key, Member> current = new LinkedHashMap<>();
    private final Deque<Member> former = new ArrayDeque<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger holding = new AtomicInteger();
    private final LongAdder held = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private long longestHoldNanos;
    private RoutingTable table = new RoutingTable(0, List.of(), List.of());

    void apply(RoutingTable next) {
        lock.lock();
        try {
            if (next.version() < table.version()) {
                throw new StaleTableException(next.version(), table.version());
            }
            Map<Key, Member> wanted = new LinkedHashMap<>();
            for (Backend backend : next.backends()) {
                keysOf(backend).forEach(key -> {
                    Member known = current.get(key);
                    wanted.put(key, known != null ? known : new Member(key.slot(), key.service(), key.endpoint()));
                });
            }
            current.forEach((key, member) -> {
                if (!wanted.containsKey(key)) {
                    forget(member);
                }
            });
            current.clear();
            current.putAll(wanted);
            table = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Stream<Key> keysOf(Backend backend) {
        return Stream.concat(backend.shares().stream(), backend.copies().stream())
                .flatMap(share ->
                        share.endpoints().stream().map(endpoint -> new Key(share.slot(), backend.service(), endpoint)));
    }

    RoutingTable table() {
        lock.lock();
        try {
            return table;
        } finally {
            lock.unlock();
        }
    }

    /** Whether new requests may come to it. */
    boolean serves(Member member) {
        lock.lock();
        try {
            return current.containsValue(member)
                    && table.backend(member.service).map(Backend::shares).orElse(List.of()).stream()
                            .anyMatch(share -> share.slot().equals(member.slot) && share.weight() > 0);
        } finally {
            lock.unlock();
        }
    }

    /** An instance for one request, which counts as open until {@link #release}; waits a bounded time for one. */
    Optional<Member> claim(String service, Set<Member> tried) throws InterruptedException {
        lock.lock();
        try {
            Optional<Member> chosen = choose(service, tried);
            if (chosen.isEmpty() && tried.isEmpty()) {
                chosen = hold(service);
            }
            chosen.ifPresent(member -> member.open.incrementAndGet());
            return chosen;
        } finally {
            lock.unlock();
        }
    }

    /** Who gets a copy of one request; each counts as open until {@link #release}. */
    List<Member> claimCopies(String service) {
        lock.lock();
        try {
            List<Member> chosen = new ArrayList<>();
            for (Share share : table.backend(service).map(Backend::copies).orElse(List.of())) {
                List<Member> candidates = candidates(service, share, Set.of());
                if (!candidates.isEmpty() && ThreadLocalRandom.current().nextInt(Share.WHOLE) < share.weight()) {
                    chosen.add(candidates.get(Math.floorMod(turns.getAndIncrement(), candidates.size())));
                }
            }
            chosen.forEach(member -> member.open.incrementAndGet());
            return chosen;
        } finally {
            lock.unlock();
        }
    }

    void release(Member member) {
        member.open.decrementAndGet();
    }

    /** A failed connection: it gets nothing more until it answers the router's own attempts. */
    void lost(Member member) {
        member.answers(false);
    }

    void found(Member member) {
        lock.lock();
        try {
            member.answers(true);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<Member> all() {
        lock.lock();
        try {
            List<Member> all = new ArrayList<>(former);
            all.addAll(current.values());
            return all;
        } finally {
            lock.unlock();
        }
    }

    long held() {
        return held.sum();
    }

    long refused() {
        return refused.sum();
    }

    Duration longestHold() {
        lock.lock();
        try {
            return Duration.ofNanos(longestHoldNanos);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Member> hold(String service) throws InterruptedException {
        if (holding.get() >= MOST_HELD) {
            refused.increment();
            return Optional.empty();
        }
        holding.incrementAndGet();
        held.increment();
        long begun = System.nanoTime();
        try {
            long left = LONGEST_HOLD.toNanos();
            Optional<Member> chosen = Optional.empty();
            while (chosen.isEmpty() && left > 0) {
                left = changed.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)))
                        + Math.max(0, left - TimeUnit.SECONDS.toNanos(1));
                chosen = choose(service, Set.of());
            }
            if (chosen.isEmpty()) {
                refused.increment();
            }
            return chosen;
        } finally {
            holding.decrementAndGet();
            longestHoldNanos = Math.max(longestHoldNanos, System.nanoTime() - begun);
        }
    }

    private Optional<Member> choose(String service, Collection<Member> tried) {
        List<Share> shares = table.backend(service).map(Backend::shares).orElse(List.of()).stream()
                .filter(share ->
                        share.weight() > 0 && !candidates(service, share, tried).isEmpty())
                .toList();
        int total = shares.stream().mapToInt(Share::weight).sum();
        if (total == 0) {
            return Optional.empty();
        }
        int draw = ThreadLocalRandom.current().nextInt(total);
        for (Share share : shares) {
            draw -= share.weight();
            if (draw < 0) {
                // One of them may have been lost since.
                List<Member> candidates = candidates(service, share, tried);
                return candidates.isEmpty()
                        ? Optional.empty()
                        : Optional.of(candidates.get(Math.floorMod(turns.getAndIncrement(), candidates.size())));
            }
        }
        return Optional.empty();
    }

    private List<Member> candidates(String service, Share share, Collection<Member> tried) {
        List<Member> candidates = new ArrayList<>();
        for (Endpoint endpoint : share.endpoints()) {
            Member member = current.get(new Key(share.slot(), service, endpoint));
            if (member != null && member.answers() && !tried.contains(member)) {
                candidates.add(member);
            }
        }
        return candidates;
    }

    private void forget(Member member) {
        member.retire();
        former.addLast(member);
        if (former.size() > REMEMBERED) {
            former.removeFirst();
        }
    }
}
