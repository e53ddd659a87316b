package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus' own tool checks the configuration and the rules, and tries the alerts on series made for it. */
class MonitoringTest {

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"guestbook", "bureau"})
    void prometheusAcceptsTheConfigurationAndTheRules(String spec) throws IOException, InterruptedException {
        Validators.write(directory, Specs.generate(spec, "monitoring", "production"));

        Validators.acceptedBy("promtool", "check", "config", directory.resolve("prometheus.yml"));
    }

    @Test
    void alertsRingWhenTheyShouldAndOnlyThen() throws IOException, InterruptedException {
        Validators.write(directory, Specs.generate("guestbook", "monitoring", "production"));
        Path tests = Files.writeString(directory.resolve("tests.yml"), """
                rule_files: [rules.yml]
                evaluation_interval: 1m
                tests:
                  - interval: 1m
                    input_series:
                      - {series: 'up{job="guestbook-web",instance="a"}', values: '1x60'}
                      - {series: 'up{job="guestbook-web",instance="b"}', values: '1x9 0x50'}
                      - {series: 'http_server_requests_seconds_count{job="guestbook-web",status="200"}', values: '0+600x60'}
                      - {series: 'http_server_requests_seconds_count{job="guestbook-web",status="500"}', values: '0+100x60'}
                      - {series: 'pg_up{job="guestbook-main"}', values: '1x60'}
                    alert_rule_test:
                      - {eval_time: 8m, alertname: InstancesMissing, exp_alerts: []}
                      - eval_time: 20m
                        alertname: InstancesMissing
                        exp_alerts:
                          - exp_labels: {severity: page, service: guestbook-web}
                            exp_annotations: {summary: Fewer than 2 instances of web answer.}
                      - eval_time: 59m
                        alertname: ErrorsBurnTheMonthInTwoDays
                        exp_alerts:
                          - exp_labels: {severity: page, service: guestbook-web, job: guestbook-web}
                            exp_annotations: {summary: 14.29% of the requests to guestbook-web fail; half a percent may.}
                      - {eval_time: 59m, alertname: DatabaseGone, exp_alerts: []}
                  - interval: 1m
                    input_series:
                      - {series: 'http_server_requests_seconds_count{job="guestbook-web",status="200"}', values: '0+600x60'}
                      - {series: 'probe_success{job="guestbook-outside",instance="https://guestbook.example.com/"}', values: '1x60'}
                    alert_rule_test:
                      - {eval_time: 59m, alertname: ErrorsBurnTheMonthInTwoDays, exp_alerts: []}
                      - {eval_time: 59m, alertname: NotReachedFromOutside, exp_alerts: []}
                """);

        Validators.acceptedBy("promtool", "test", "rules", tests);
    }

    @Test
    void everyPanelAsksSomethingPrometheusUnderstands() throws IOException, InterruptedException {
        JsonNode dashboard = JsonMapper.shared()
                .readTree(
                        Specs.content(Specs.generate("bureau", "monitoring", "production"), "grafana-dashboard.json"));
        List<String> rules = new ArrayList<>(List.of("groups:", "  - name: panels", "    rules:"));
        dashboard
                .get("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> rules.add("      - {record: 'panel:%s:a', expr: '%s'}"
                                .formatted(rules.size(), target.get("expr").asString()))));
        Path file = Files.writeString(directory.resolve("panels.yml"), String.join("\n", rules) + "\n");

        assertThat(rules).hasSize(3 + 2 * 6);
        Validators.acceptedBy("promtool", "check", "rules", file);
    }

    @Test
    void panelsDoNotLieOverOneAnother() {
        JsonNode dashboard = JsonMapper.shared()
                .readTree(
                        Specs.content(Specs.generate("bureau", "monitoring", "production"), "grafana-dashboard.json"));

        assertThat(dashboard
                        .get("panels")
                        .valueStream()
                        .map(panel -> panel.get("gridPos").toString()))
                .doesNotHaveDuplicates();
        assertThat(dashboard
                        .get("panels")
                        .valueStream()
                        .map(panel -> panel.get("id").asInt()))
                .doesNotHaveDuplicates();
    }
}
