package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.analysis.Measurement;
import com.crewyard.deployment.analysis.Metric;
import com.crewyard.deployment.analysis.Metric.Allowed;
import com.crewyard.deployment.analysis.Metric.ErrorShare;
import com.crewyard.deployment.analysis.Metric.Reading;
import com.crewyard.deployment.analysis.Metric.Worse;
import com.crewyard.deployment.analysis.MetricSource.Window;
import com.crewyard.deployment.analysis.PrometheusMetrics;
import com.crewyard.deployment.analysis.PrometheusQuery;
import com.crewyard.deployment.analysis.RouterMetrics;
import com.crewyard.deployment.analysis.RouterMetrics.Snapshot;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.hosting.spec.AppSpec.Analysis;
import com.crewyard.hosting.spec.AppSpec.AnalysisMetric;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures what the app spec has a canary judged by. */
public final class CanaryMetrics {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);

    private CanaryMetrics() {}

    /** How failed requests of a service are compared. */
    public static ErrorShare errors(Analysis analysis, String service) {
        return new ErrorShare("errors of " + service, analysis.errors(), ErrorShare.NO_CEILING);
    }

    /** How response times of a service are compared. */
    public static Reading latency(Analysis analysis, String service) {
        return new Reading(
                "response times of " + service,
                "ms",
                Worse.HIGHER,
                new Allowed.Ratio(analysis.slower()),
                new Allowed.Ratio(analysis.tail()));
    }

    /**
     * Of each service that anybody used: errors and response times by the router's own counters; then what Prometheus is asked
     * for.
     */
    public static List<Measurement> measured(
            Configuration configuration, Analysis analysis, List<Snapshot> snapshots, Window window) {
        List<Measurement> measurements = new ArrayList<>();
        for (String service : configuration.listening()) {
            if (isUsed(service, snapshots)) {
                measurements.addAll(
                        new RouterMetrics(errors(analysis, service), latency(analysis, service), service, snapshots)
                                .measure(window));
            }
        }
        analysis.prometheus().ifPresent(address -> measurements.addAll(asked(analysis, address, window)));
        return measurements;
    }

    private static List<Measurement> asked(Analysis analysis, String address, Window window) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build()) {
            return new PrometheusMetrics(
                            client,
                            URI.create(address),
                            analysis.interval(),
                            analysis.metrics().stream()
                                    .map(CanaryMetrics::query)
                                    .toList())
                    .measure(window);
        }
    }

    private static PrometheusQuery query(AnalysisMetric metric) {
        if (metric.requests().isPresent() && metric.errors().isPresent()) {
            return new PrometheusQuery.Counts(
                    new ErrorShare(metric.name(), metric.allowed(), ErrorShare.NO_CEILING),
                    metric.requests().get(),
                    metric.errors().get());
        }
        Metric.Allowed allowed = new Allowed.Ratio(metric.allowed());
        return new PrometheusQuery.Points(
                new Reading(
                        metric.name(), "", Worse.valueOf(metric.worse().toUpperCase(Locale.ROOT)), allowed, allowed),
                metric.query().orElseThrow());
    }

    private static boolean isUsed(String service, List<Snapshot> snapshots) {
        return requests(service, snapshots.getLast()) > requests(service, snapshots.getFirst());
    }

    private static long requests(String service, Snapshot snapshot) {
        return snapshot.counters().instances().stream()
                .filter(counted -> counted.service().equals(service))
                .mapToLong(counted -> counted.requests())
                .sum();
    }
}
