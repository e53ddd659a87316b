package com.crewyard.deployment.analysis;

/**
 * What to ask for a metric, in PromQL. {@value #SLOT} stands for the name of the slot that is asked about, {@value #INTERVAL}
 * for the time between two points.
 */
public sealed interface PrometheusQuery {

    String SLOT = "$slot";
    String INTERVAL = "$interval";

    Metric metric();

    /**
     * Requests and errors in an interval, each a series an instance: {@code sum by (instance)
     * (increase(http_requests_total{slot="$slot"}[$interval]))}. An instance with requests and without a series of errors has
     * none.
     */
    record Counts(Metric.ErrorShare metric, String requests, String errors) implements PrometheusQuery {}

    /**
     * Values; the points of all series that the expression gives. A bare gauge would go on for five minutes after its
     * instance has ended, as Prometheus looks back that far: {@code last_over_time(gauge{slot="$slot"}[$interval])} does not.
     */
    record Points(Metric.Reading metric, String expression) implements PrometheusQuery {}
}
