package com.crewyard.recruiting.operations;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Traces and metrics leave the process only towards an endpoint that somebody configured, by OpenTelemetry's environment
 * variables or Spring Boot's properties; without one, Spring Boot would try a collector on this machine.
 */
final class TelemetryExport implements EnvironmentPostProcessor, Ordered {

    private static final String METRICS_ENABLED = "management.otlp.metrics.export.enabled";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean metrics = isConfigured(
                environment,
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
                "management.otlp.metrics.export.url");
        boolean traces = isConfigured(
                environment,
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                "management.opentelemetry.tracing.export.otlp.endpoint");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "telemetryExport",
                        Map.of(
                                METRICS_ENABLED,
                                metrics && environment.getProperty(METRICS_ENABLED, Boolean.class, true),
                                "management.opentelemetry.enabled",
                                traces || metrics,
                                // The log is for the process that started us to collect.
                                "management.logging.export.otlp.enabled",
                                false)));
    }

    private static boolean isConfigured(ConfigurableEnvironment environment, String... names) {
        return Stream.of(names)
                .anyMatch(name -> !environment.getProperty(name, "").isBlank());
    }

    /** After all configuration is read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
