package com.crewyard.deployment.console;

import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The router's counters of one environment over the last minutes, and what happened between them. */
final class Samples {

    private static final int MOST = 121;
    private static final double SLOWEST_TWENTIETH = 0.95;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(Instant at, Map<String, Count> slots) {}

    private record Count(long requests, long failed, List<Long> latency) {

        static final Count NONE = new Count(0, 0, List.of());

        Count plus(InstanceCounters counted) {
            return new Count(
                    requests + counted.requests(),
                    failed + counted.failed() + counted.serverErrors(),
                    sum(latency, counted.latency(), 1));
        }

        Count since(Count before) {
            return new Count(
                    Math.max(0, requests - before.requests()),
                    Math.max(0, failed - before.failed()),
                    sum(latency, before.latency(), -1));
        }

        private static List<Long> sum(List<Long> one, List<Long> other, int sign) {
            List<Long> sums = new ArrayList<>();
            for (int bucket = 0; bucket < Math.max(one.size(), other.size()); bucket++) {
                long first = bucket < one.size() ? one.get(bucket) : 0;
                long second = bucket < other.size() ? other.get(bucket) : 0;
                sums.add(Math.max(0, first + sign * second));
            }
            return sums;
        }
    }

    /**
     * What a slot did between two samples.
     *
     * @param p95 within how many milliseconds 95 of 100 answers began; empty without any
     */
    record Point(Instant at, double perSecond, double failedPerSecond, OptionalInt p95) {}

    synchronized void add(Instant at, Counters counters) {
        Map<String, Count> slots = new TreeMap<>();
        for (InstanceCounters counted : counters.instances()) {
            String slot = counted.slot().name();
            slots.put(slot, slots.getOrDefault(slot, Count.NONE).plus(counted));
        }
        samples.addLast(new Sample(at, slots));
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    /** By slot, the oldest first. */
    synchronized Map<String, List<Point>> points() {
        Map<String, List<Point>> points = new TreeMap<>();
        Sample before = null;
        for (Sample sample : samples) {
            if (before != null) {
                Sample former = before;
                double seconds = Math.max(
                        0.001, Duration.between(former.at(), sample.at()).toMillis() / 1000.0);
                sample.slots().forEach((slot, count) -> {
                    Count grown = count.since(former.slots().getOrDefault(slot, Count.NONE));
                    points.computeIfAbsent(slot, _ -> new ArrayList<>())
                            .add(new Point(
                                    sample.at(),
                                    grown.requests() / seconds,
                                    grown.failed() / seconds,
                                    percentile(grown.latency())));
                });
            }
            before = sample;
        }
        return points;
    }

    /** Requests by slot over about the last ten seconds. */
    synchronized Map<String, Long> latest(Duration span) {
        if (samples.isEmpty()) {
            return Map.of();
        }
        Sample last = samples.getLast();
        Sample first = samples.stream()
                .filter(sample -> !sample.at().isBefore(last.at().minus(span)))
                .findFirst()
                .orElse(last);
        Map<String, Long> requests = new TreeMap<>();
        last.slots().forEach((slot, count) -> {
            long grown =
                    count.since(first.slots().getOrDefault(slot, Count.NONE)).requests();
            if (grown > 0) {
                requests.put(slot, grown);
            }
        });
        return requests;
    }

    private static OptionalInt percentile(List<Long> latency) {
        long all = latency.stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return OptionalInt.empty();
        }
        long seen = 0;
        for (int bucket = 0; bucket < latency.size(); bucket++) {
            seen += latency.get(bucket);
            if (seen >= all * SLOWEST_TWENTIETH) {
                return OptionalInt.of(
                        Latencies.BOUNDS_MILLISECONDS.get(Math.min(bucket, Latencies.BOUNDS_MILLISECONDS.size() - 1)));
            }
        }
        return OptionalInt.empty();
    }
}
