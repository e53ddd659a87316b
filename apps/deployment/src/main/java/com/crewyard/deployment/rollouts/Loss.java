package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.SlotRef;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What a deployment cost those who use the application, from its beginning until it was live, and what the former
 * release carried to its end after that.
 *
 * @param requests answered or failed in that time
 * @param failed got no whole answer, or 503 because nobody was there
 * @param serverErrors answers of the 500s, which the application gave itself
 * @param retried tried again elsewhere, unseen by who asked
 * @param held waited for an instance
 * @param longestHoldMillis the longest wait since the router began
 * @param websocketsClosed ended with 1012 so far
 * @param websocketsOpen on the former release still, within their lame-duck period
 */
public record Loss(
        long requests,
        long failed,
        long serverErrors,
        long retried,
        long held,
        long longestHoldMillis,
        long websocketsClosed,
        long websocketsOpen) {

    public static Loss between(Counters before, Counters after, Optional<SlotRef> former) {
        return new Loss(
                grown(before, after, InstanceCounters::requests),
                grown(before, after, InstanceCounters::failed) + Math.max(0, after.refused() - before.refused()),
                grown(before, after, InstanceCounters::serverErrors),
                grown(before, after, InstanceCounters::retried),
                Math.max(0, after.held() - before.held()),
                after.held() > before.held() ? after.longestHold().toMillis() : 0,
                grown(before, after, InstanceCounters::websocketsClosed),
                after.instances().stream()
                        .filter(counted -> former.equals(Optional.of(counted.slot())))
                        .mapToLong(InstanceCounters::openWebsockets)
                        .sum());
    }

    /** With what the former release did after this was counted. */
    public Loss endedBy(Loss former) {
        return new Loss(
                requests + former.requests(),
                failed + former.failed(),
                serverErrors + former.serverErrors(),
                retried + former.retried(),
                held,
                longestHoldMillis,
                websocketsClosed + former.websocketsClosed(),
                0);
    }

    private static long grown(Counters before, Counters after, ToLongFunction<InstanceCounters> what) {
        Map<String, Long> start = before.instances().stream()
                .collect(Collectors.toMap(InstanceCounters::instance, what::applyAsLong, Long::sum));
        Map<String, Long> end = after.instances().stream()
                .collect(Collectors.toMap(InstanceCounters::instance, what::applyAsLong, Long::sum));
        return end.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - start.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }
}
