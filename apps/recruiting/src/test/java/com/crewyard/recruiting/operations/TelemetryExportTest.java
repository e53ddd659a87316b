package com.crewyard.recruiting.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class TelemetryExportTest {

    @Test
    void exportsNothingUnlessAnEndpointIsConfigured() {
        assertThat(enabled(Map.of(), "management.otlp.metrics.export.enabled")).isFalse();
        assertThat(enabled(Map.of(), "management.opentelemetry.enabled")).isFalse();
    }

    @Test
    void exportsTracesAndMetricsToTheEndpointOfOpenTelemetrysVariable() {
        Map<String, Object> configured = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");
        assertThat(enabled(configured, "management.otlp.metrics.export.enabled"))
                .isTrue();
        assertThat(enabled(configured, "management.opentelemetry.enabled")).isTrue();
    }

    @Test
    void leavesMetricsAloneWhenOnlyTracesHaveAnEndpoint() {
        Map<String, Object> configured =
                Map.of("management.opentelemetry.tracing.export.otlp.endpoint", "http://collector:4318/v1/traces");
        assertThat(enabled(configured, "management.otlp.metrics.export.enabled"))
                .isFalse();
        assertThat(enabled(configured, "management.opentelemetry.enabled")).isTrue();
    }

    private static boolean enabled(Map<String, Object> configured, String property) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", configured));
        new TelemetryExport().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(property, Boolean.class, true);
    }
}
