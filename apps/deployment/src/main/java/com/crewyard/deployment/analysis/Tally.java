package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.Sample;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Latencies;
import com.crewyard.deployment.routing.SlotRef;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What a router counted of a service in one slot between looks at it.
 *
 * @param gained by each instance between one look and the next
 */
public record Tally(List<InstanceCounters> gained) {

    /** Most response times that are compared one by one; more are represented by as many. */
    static final int MOST_VALUES = 100_000;

    public Tally {
        gained = List.copyOf(gained);
    }

    /** @param looks in their order */
    public static Tally between(List<Counters> looks, SlotRef slot, String service) {
        return new Tally(looks.stream()
                .gather(Gatherers.windowSliding(2))
                .filter(pair -> pair.size() == 2)
                .flatMap(pair -> pair.getLast().instances().stream()
                        .filter(one -> one.slot().equals(slot) && one.service().equals(service))
                        .map(one -> gained(before(pair.getFirst(), one), one)))
                .toList());
    }

    public long requests() {
        return sum(InstanceCounters::requests);
    }

    public long errors() {
        return sum(Tally::errors);
    }

    /** Requests and errors by instance and interval. */
    public List<Cell> cells() {
        return gained.stream()
                .filter(one -> one.requests() > 0)
                .map(one -> new Cell(one.instance(), one.requests(), errors(one)))
                .toList();
    }

    /** Whether the router tells response times at all. */
    public boolean isTimed() {
        return gained.stream().anyMatch(one -> !one.latency().isEmpty());
    }

    /** How many response times there are. */
    public long timed() {
        return sum(one -> one.latency().stream().mapToLong(Long::longValue).sum());
    }

    /** Spread evenly over the bucket that they were counted in; beyond the last bound, that bound. */
    public Sample responseTimes() {
        List<Integer> bounds = Latencies.BOUNDS_MILLISECONDS;
        long[] counts = new long[bounds.size() + 1];
        for (InstanceCounters one : gained) {
            for (int bucket = 0; bucket < one.latency().size(); bucket++) {
                counts[bucket] += one.latency().get(bucket);
            }
        }
        long all = timed();
        double kept = all <= MOST_VALUES ? 1 : (double) MOST_VALUES / all;
        return Sample.of(IntStream.range(0, counts.length)
                .mapToObj(bucket -> spread(
                        bucket == 0 ? 0 : bounds.get(bucket - 1),
                        bounds.get(Math.min(bucket, bounds.size() - 1)),
                        Math.round(counts[bucket] * kept)))
                .flatMapToDouble(values -> values)
                .toArray());
    }

    private long sum(ToLongFunction<InstanceCounters> what) {
        return gained.stream().mapToLong(what).sum();
    }

    private static long errors(InstanceCounters one) {
        return Math.min(one.requests(), one.serverErrors() + one.failed());
    }

    private static Optional<InstanceCounters> before(Counters counters, InstanceCounters later) {
        return counters.instances().stream()
                .filter(one -> one.instance().equals(later.instance())
                        && one.service().equals(later.service())
                        && one.slot().equals(later.slot()))
                .findFirst();
    }

    /** A counter that went back began anew, with the router. */
    private static InstanceCounters gained(Optional<InstanceCounters> before, InstanceCounters after) {
        return before.filter(one -> one.requests() <= after.requests())
                .map(one -> new InstanceCounters(
                        after.slot(),
                        after.service(),
                        after.instance(),
                        after.requests() - one.requests(),
                        after.serverErrors() - one.serverErrors(),
                        after.failed() - one.failed(),
                        after.retried() - one.retried(),
                        differences(after.latency(), one.latency()),
                        after.openRequests(),
                        after.openWebsockets(),
                        after.websocketsOpened() - one.websocketsOpened(),
                        after.websocketsClosed() - one.websocketsClosed()))
                .orElse(after);
    }

    private static List<Long> differences(List<Long> after, List<Long> before) {
        return before.isEmpty()
                ? after
                : IntStream.range(0, after.size())
                        .mapToObj(i -> after.get(i) - before.get(i))
                        .toList();
    }

    private static DoubleStream spread(double from, double to, long number) {
        return LongStream.range(0, number).mapToDouble(i -> from + (to - from) * (i + 0.5) / number);
    }
}
