package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.routing.Counters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Errors and response times as the router itself counted them: no metrics server is needed. */
public final class RouterMetrics implements MetricSource {

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
        Tally canary = Tally.between(seen, window.canary(), service);
        Tally control = Tally.between(seen, window.control(), service);
        Measurement times = canary.isTimed()
                ? new Measurement.Sampled(latency, canary.responseTimes(), control.responseTimes())
                : new Measurement.Missing(latency, "this router does not tell response times");
        return List.of(new Measurement.Counted(errors, canary.cells(), control.cells()), times);
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
}
