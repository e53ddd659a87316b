package com.crewyard.deployment.routing;

import java.time.Duration;
import java.util.List;

/**
 * What a router saw since it began.
 *
 * @param held requests that waited for an instance
 * @param longestHold the longest such wait; zero when nothing was held
 * @param refused requests answered with 503 because no instance came in time or the queue was full
 * @param instances by instance, gone ones included as long as the router remembers them
 */
public record Counters(long held, Duration longestHold, long refused, List<InstanceCounters> instances) {

    public Counters {
        instances = List.copyOf(instances);
    }

    /** Without copies, whose answers nobody saw. */
    public Counters answered() {
        return new Counters(
                held,
                longestHold,
                refused,
                instances.stream().filter(counted -> !counted.slot().isCopies()).toList());
    }

    /** Those of one slot's instances alone: who was held or refused came to none. */
    public Counters of(SlotRef slot) {
        return new Counters(
                0,
                Duration.ZERO,
                0,
                instances.stream()
                        .filter(counted -> counted.slot().equals(slot))
                        .toList());
    }

    public long requests(SlotRef slot) {
        return instances.stream()
                .filter(counted -> counted.slot().equals(slot))
                .mapToLong(InstanceCounters::requests)
                .sum();
    }

    /** Requests and WebSockets that a slot has not finished. */
    public long open(SlotRef slot) {
        return instances.stream()
                .filter(counted -> counted.slot().equals(slot))
                .mapToLong(counted -> counted.openRequests() + counted.openWebsockets())
                .sum();
    }
}
