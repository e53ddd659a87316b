package com.crewyard.hosting.artifacts;

import static com.crewyard.hosting.artifacts.YamlText.map;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prometheus rules and a Grafana dashboard. The metrics are those that Micrometer, the blackbox exporter and the exporters of
 * PostgreSQL and Redis have; alerts on errors follow the burn rates of the SRE workbook (sre.google/workbook/alerting-on-slos).
 */
final class MonitoringGenerator implements Generator {

    /** The share of requests that may fail in thirty days. */
    private static final double BUDGET = 0.005;

    @Override
    public String target() {
        return "monitoring";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        String header = Texts.header(this, environment);
        return List.of(
                new Artifact("prometheus.yml", header + scraping(app)),
                new Artifact("rules.yml", header + YamlText.of(map("groups", groups(app))) + Texts.region("", "rules")),
                new Artifact("grafana-dashboard.json", GrafanaDashboard.of(this, app, environment)));
    }

    private static String scraping(AppSpec app) {
        List<Object> jobs = new ArrayList<>();
        for (Service service : app.services().values()) {
            service.port()
                    .ifPresent(port -> jobs.add(map(
                            "job_name",
                            job(app, service),
                            "metrics_path",
                            "/actuator/prometheus",
                            "static_configs",
                            List.of(map("targets", List.of("127.0.0.1:" + port))))));
        }
        app.backing().forEach((name, backing) -> {
            if (backing.kind() == Kind.DATABASE || backing.kind() == Kind.CACHE) {
                int port = backing.kind() == Kind.DATABASE ? 9187 : 9121;
                jobs.add(map(
                        "job_name",
                        app.app() + "-" + name,
                        "static_configs",
                        List.of(map("targets", List.of("127.0.0.1:" + port)))));
            }
        });
        List<String> hosts = Texts.hosts(app).keySet().stream()
                .filter(host -> !host.startsWith("*"))
                .map(host -> "https://" + host + "/")
                .toList();
        if (!hosts.isEmpty()) {
            jobs.add(map(
                    "job_name",
                    app.app() + "-outside",
                    "metrics_path",
                    "/probe",
                    "params",
                    map("module", List.of("http_2xx")),
                    "static_configs",
                    List.of(map("targets", hosts)),
                    "relabel_configs",
                    List.of(
                            map("source_labels", List.of("__address__"), "target_label", "__param_target"),
                            map("source_labels", List.of("__param_target"), "target_label", "instance"),
                            map("target_label", "__address__", "replacement", "127.0.0.1:9115"))));
        }
        return "# Decide: where the instances and exporters are (node_exporter, postgres_exporter 9187, redis_exporter 9121,\n"
                + "# blackbox_exporter 9115), and the path of the services' metrics. A token for it belongs into credentials_file.\n"
                + YamlText.of(map(
                        "global",
                        map("scrape_interval", "15s", "evaluation_interval", "15s"),
                        "rule_files",
                        List.of("rules.yml"),
                        "alerting",
                        map(
                                "alertmanagers",
                                List.of(map("static_configs", List.of(map("targets", List.of("127.0.0.1:9093")))))),
                        "scrape_configs",
                        jobs))
                + Texts.region("  ", "scrape");
    }

    static String job(AppSpec app, Service service) {
        return app.app() + "-" + service.name();
    }

    private static List<Object> groups(AppSpec app) {
        List<Object> groups = new ArrayList<>();
        for (Service service : app.services().values()) {
            if (service.port().isPresent()) {
                groups.add(map("name", job(app, service), "rules", rules(app, service)));
            }
        }
        List<Object> beneath = new ArrayList<>();
        app.backing().forEach((name, backing) -> {
            String job = app.app() + "-" + name;
            if (backing.kind() == Kind.DATABASE) {
                beneath.add(alert(
                        "DatabaseGone",
                        job,
                        "pg_up{job=\"%s\"} == 0".formatted(job),
                        "1m",
                        "page",
                        "Database " + name + " does not answer."));
                beneath.add(alert(
                        "DatabaseConnectionsRunOut",
                        job,
                        "sum(pg_stat_activity_count{job=\"%1$s\"}) > 0.8 * max(pg_settings_max_connections{job=\"%1$s\"})"
                                .formatted(job),
                        "10m",
                        "ticket",
                        "Database " + name + " has four fifths of its connections taken."));
                beneath.add(alert(
                        "BackupTooOld",
                        job,
                        "time() - max(crewyard_backup_last_success_timestamp_seconds{database=\"%s\"}) > 26 * 3600"
                                .formatted(name),
                        "10m",
                        "page",
                        "Database " + name + " was last backed up more than a day ago: systemctl status " + app.app()
                                + "-backup-" + name));
            }
            if (backing.kind() == Kind.CACHE) {
                beneath.add(alert(
                        "CacheGone",
                        job,
                        "redis_up{job=\"%s\"} == 0".formatted(job),
                        "2m",
                        "ticket",
                        "Cache " + name + " does not answer."));
            }
        });
        if (!beneath.isEmpty()) {
            groups.add(map("name", app.app() + "-beneath", "rules", beneath));
        }
        if (!Texts.hosts(app).isEmpty()) {
            String job = app.app() + "-outside";
            groups.add(
                    map(
                            "name",
                            job,
                            "rules",
                            List.of(
                                    alert(
                                            "NotReachedFromOutside",
                                            job,
                                            "probe_success{job=\"%s\"} == 0".formatted(job),
                                            "3m",
                                            "page",
                                            "{{ $labels.instance }} does not answer from outside."),
                                    alert(
                                            "CertificateEndsSoon",
                                            job,
                                            "probe_ssl_earliest_cert_expiry{job=\"%s\"} - time() < 14 * 86400"
                                                    .formatted(job),
                                            "1h",
                                            "ticket",
                                            "The certificate of {{ $labels.instance }} ends within two weeks and was not renewed."))));
        }
        return groups;
    }

    private static List<Object> rules(AppSpec app, Service service) {
        String job = job(app, service);
        int least = Math.max(1, service.autoscale().map(AppSpec.Autoscale::min).orElse(service.replicas()));
        List<Object> rules = new ArrayList<>();
        for (String window : List.of("5m", "30m", "1h", "6h")) {
            rules.add(map(
                    "record",
                    "job:request_errors:ratio_rate" + window,
                    "expr",
                    "(sum by (job) (rate(http_server_requests_seconds_count{job=\"%1$s\",status=~\"5..\"}[%2$s])) or 0 * sum by (job) (rate(http_server_requests_seconds_count{job=\"%1$s\"}[%2$s]))) / sum by (job) (rate(http_server_requests_seconds_count{job=\"%1$s\"}[%2$s]))"
                            .formatted(job, window)));
        }
        rules.add(alert(
                "InstancesMissing",
                job,
                "(count(up{job=\"%1$s\"} == 1) or vector(0)) < %2$d".formatted(job, least),
                "5m",
                "page",
                "Fewer than %d instances of %s answer.".formatted(least, service.name())));
        rules.add(burn("ErrorsBurnTheMonthInTwoDays", job, 14.4, "1h", "5m", "page"));
        rules.add(burn("ErrorsBurnTheMonthInFiveDays", job, 6, "6h", "30m", "ticket"));
        rules.add(alert(
                "Slow",
                job,
                "histogram_quantile(0.95, sum by (job, le) (rate(http_server_requests_seconds_bucket{job=\"%s\"}[10m]))) > 1"
                        .formatted(job),
                "10m",
                "ticket",
                "One request in twenty to %s takes more than a second.".formatted(service.name())));
        rules.add(alert(
                "MemoryRunsOut",
                job,
                "sum by (instance) (jvm_memory_used_bytes{job=\"%1$s\",area=\"heap\"}) / sum by (instance) (jvm_memory_max_bytes{job=\"%1$s\",area=\"heap\"} > 0) > 0.92"
                        .formatted(job),
                "15m",
                "ticket",
                "{{ $labels.instance }} has little heap left."));
        rules.add(alert(
                "DatabaseAwaited",
                job,
                "max by (instance) (hikaricp_connections_pending{job=\"%s\"}) > 0".formatted(job),
                "5m",
                "ticket",
                "Requests at {{ $labels.instance }} wait for a connection to the database."));
        return rules;
    }

    private static Map<String, Object> burn(
            String name, String job, double rate, String longer, String shorter, String severity) {
        return alert(
                name,
                job,
                "job:request_errors:ratio_rate%2$s{job=\"%1$s\"} > %4$s * %5$s and job:request_errors:ratio_rate%3$s{job=\"%1$s\"} > %4$s * %5$s"
                        .formatted(job, longer, shorter, rate, BUDGET),
                "2m",
                severity,
                "{{ $value | humanizePercentage }} of the requests to %s fail; half a percent may.".formatted(job));
    }

    /** @param severity "page" wakes somebody, "ticket" waits until morning */
    private static Map<String, Object> alert(
            String name, String job, String expression, String holds, String severity, String summary) {
        Map<String, Object> labels = new LinkedHashMap<>(Map.of("severity", severity));
        labels.put("service", job);
        return map(
                "alert",
                name,
                "expr",
                expression,
                "for",
                holds,
                "labels",
                labels,
                "annotations",
                map("summary", summary));
    }
}
