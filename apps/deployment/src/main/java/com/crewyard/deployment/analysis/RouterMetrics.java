package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.Sample;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Latencies;
import com.crewyard.deployment.routing.SlotRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Errors and response times as the router itself counted them: no metrics server is needed. */
public final class RouterMetrics implements MetricSource {

    /** Most response times of a side that are compared one by one; more are represented by as many. */
    static final int MOST_VALUES = 100_000;

    private final ErrorShare errors;
    private final Reading latency;
    private final String service;
    private final List<Snapshot> snapshots;

    /** What a router had counted at some time. */
    public record Snapshot(Instant at, Counters counters) {}

    /** @param snapshots at least one at or before the start of a window, and one within it */
    public RouterMetrics(ErrorShare errors, Reading latency, String service, List<Snapshot> snapshots) {
        this.errors = errors;
        this.latency = latency;
        this.service = service;
        this.snapshots =
                snapshots.stream().sorted(Comparator.comparing(Snapshot::at)).toList();
    }

    @Override
    public List<Measurement> measure(Window window) {
        List<Counters> seen = within(window);
        if (seen.size() < 2) {
            String reason = "the router was looked at %d times between %s and %s, and it takes two"
                    .formatted(seen.size(), window.from(), window.to());
            return List.of(new Measurement.Missing(errors, reason), new Measurement.Missing(latency, reason));
        }
        List<InstanceCounters> canary = gained(seen, window.canary());
        List<InstanceCounters> control = gained(seen, window.control());
        Measurement times = canary.stream().allMatch(one -> one.latency().isEmpty())
                ? new Measurement.Missing(latency, "this router does not tell response times")
                : new Measurement.Sampled(latency, latencies(canary), latencies(control));
        return List.of(new Measurement.Counted(errors, cells(canary), cells(control)), times);
    }

    /** The last snapshot up to the start, and all that follow up to the end. */
    private List<Counters> within(Window window) {
        List<Counters> seen = new ArrayList<>();
        snapshots.stream()
                .filter(snapshot -> !snapshot.at().isAfter(window.from()))
                .reduce((one, later) -> later)
                .ifPresent(snapshot -> seen.add(snapshot.counters()));
        snapshots.stream()
                .filter(snapshot ->
                        snapshot.at().isAfter(window.from()) && !snapshot.at().isAfter(window.to()))
                .forEach(snapshot -> seen.add(snapshot.counters()));
        return seen;
    }

    /** What each instance of a slot counted between one snapshot and the next. */
    private List<InstanceCounters> gained(List<Counters> seen, SlotRef slot) {
        return seen.stream()
                .gather(Gatherers.windowSliding(2))
                .flatMap(pair -> pair.getLast().instances().stream()
                        .filter(one -> one.slot().equals(slot) && one.service().equals(service))
                        .map(one -> gained(before(pair.getFirst(), one), one)))
                .toList();
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

    private static List<Cell> cells(List<InstanceCounters> gained) {
        return gained.stream()
                .filter(one -> one.requests() > 0)
                .map(one -> new Cell(
                        one.instance(), one.requests(), Math.min(one.requests(), one.serverErrors() + one.failed())))
                .toList();
    }

    /** Response times spread evenly over the bucket that they were counted in; beyond the last bound, that bound. */
    private static Sample latencies(List<InstanceCounters> gained) {
        List<Integer> bounds = Latencies.BOUNDS_MILLISECONDS;
        long[] counts = new long[bounds.size() + 1];
        for (InstanceCounters one : gained) {
            for (int bucket = 0; bucket < one.latency().size(); bucket++) {
                counts[bucket] += one.latency().get(bucket);
            }
        }
        long all = LongStream.of(counts).sum();
        double kept = all <= MOST_VALUES ? 1 : (double) MOST_VALUES / all;
        return Sample.of(IntStream.range(0, counts.length)
                .mapToObj(bucket -> spread(
                        bucket == 0 ? 0 : bounds.get(bucket - 1),
                        bounds.get(Math.min(bucket, bounds.size() - 1)),
                        Math.round(counts[bucket] * kept)))
                .flatMapToDouble(values -> values)
                .toArray());
    }

    private static DoubleStream spread(double from, double to, long number) {
        return LongStream.range(0, number).mapToDouble(i -> from + (to - from) * (i + 0.5) / number);
    }
}
