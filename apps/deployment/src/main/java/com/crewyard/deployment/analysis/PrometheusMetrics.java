package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.Sample;
import com.crewyard.deployment.routing.SlotRef;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measurements from a Prometheus, or from whatever else answers its HTTP interface. */
public final class PrometheusMetrics implements MetricSource {

    private final RangeQueries server;
    private final Duration interval;
    private final List<PrometheusQuery> queries;

    /**
     * @param server its address, a path before {@code /api/v1} included
     * @param interval between two points, whole seconds; at least what the server's scrapes are apart, twice
     */
    public PrometheusMetrics(HttpClient client, URI server, Duration interval, List<PrometheusQuery> queries) {
        this.server = new RangeQueries(client, server);
        this.interval = interval;
        this.queries = List.copyOf(queries);
    }

    @Override
    public List<Measurement> measure(Window window) {
        return queries.stream().map(query -> measured(query, window)).toList();
    }

    private Measurement measured(PrometheusQuery query, Window window) {
        try {
            return switch (query) {
                case PrometheusQuery.Counts counts ->
                    new Measurement.Counted(
                            counts.metric(),
                            cells(counts, window.canary(), window),
                            cells(counts, window.control(), window));
                case PrometheusQuery.Points points ->
                    new Measurement.Sampled(
                            points.metric(),
                            sample(points, window.canary(), window),
                            sample(points, window.control(), window));
            };
        } catch (PrometheusException e) {
            return new Measurement.Missing(query.metric(), e.sentence());
        }
    }

    private List<Cell> cells(PrometheusQuery.Counts counts, SlotRef slot, MetricSource.Window window)
            throws PrometheusException {
        Map<String, List<Double>> requests = series(counts.requests(), slot, window);
        Map<String, List<Double>> errors = series(counts.errors(), slot, window);
        List<Cell> cells = new ArrayList<>();
        requests.forEach((instance, points) -> {
            List<Double> failed = errors.getOrDefault(instance, List.of());
            for (int i = 0; i < points.size(); i++) {
                long count = count(points.get(i));
                if (count > 0) {
                    cells.add(new Cell(instance, count, Math.min(count, failed.isEmpty() ? 0 : count(failed.get(i)))));
                }
            }
        });
        for (String instance : errors.keySet()) {
            if (!requests.containsKey(instance)) {
                throw new PrometheusException(
                        "the query of errors gives a series %s that the query of requests does not give"
                                .formatted(instance));
            }
        }
        return cells;
    }

    private Sample sample(PrometheusQuery.Points points, SlotRef slot, MetricSource.Window window)
            throws PrometheusException {
        return Sample.of(series(points.expression(), slot, window).values().stream()
                .flatMap(List::stream)
                .toList());
    }

    private Map<String, List<Double>> series(String expression, SlotRef slot, MetricSource.Window window)
            throws PrometheusException {
        return server.ask(
                expression
                        .replace(PrometheusQuery.SLOT, slot.name())
                        .replace(PrometheusQuery.INTERVAL, interval.toSeconds() + "s"),
                window.from().plus(interval),
                window.to(),
                interval);
    }

    /** Prometheus extrapolates increases to the ends of the interval, so counts come with fractions. */
    private static long count(double increase) {
        return Double.isFinite(increase) && increase > 0 ? Math.round(increase) : 0;
    }
}
