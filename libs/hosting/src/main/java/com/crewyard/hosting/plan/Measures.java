package com.crewyard.hosting.plan;

import com.crewyard.hosting.plan.Catalogue.Metric;
import com.crewyard.hosting.research.Condition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes measurable conditions of what documents, needs and practices say. */
final class Measures {

    private static final Pattern WRITTEN =
            Pattern.compile("([a-z_0-9]+) (<=|>=|<|>|=) (\\d+(?:\\.\\d+)?) ?(.*?) over (.+)");
    private static final Pattern WINDOW = Pattern.compile("(\\d+) (s|min|h|days?)");
    private static final Pattern LATENCY = Pattern.compile("(?i)latenc|respon|answer|ttfb|p9\\d|percentile");
    private static final Pattern LAUNCH = Pattern.compile("(?i)\\bprod|launch|first deploy|go.?live");
    private static final Pattern AVAILABLE = Pattern.compile("(?i)availab|uptime|\\bslo\\b|\\bsla\\b|success");
    private static final Pattern ERRORS = Pattern.compile("(?i)error|fail|5xx");
    private static final Pattern MEMORY = Pattern.compile("(?i)memory|\\bram\\b|heap");

    private final String app;
    private final Map<String, Metric> metrics;

    Measures(String app, Map<String, Metric> metrics) {
        this.app = app;
        this.metrics = metrics;
    }

    /** Reads {@code metric comparison value unit over window}; empty for a sentence. */
    Optional<Measure> written(String text, String reason) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches() || !metrics.containsKey(matcher.group(1))) {
            return Optional.empty();
        }
        return Optional.of(of(
                matcher.group(1),
                matcher.group(2),
                Double.parseDouble(matcher.group(3)),
                matcher.group(4),
                matcher.group(5),
                reason));
    }

    /** What a document's condition measures, by its unit and then by the words around it. */
    Measure stated(Condition condition, String file) {
        String unit = condition.unit().toLowerCase(Locale.ROOT);
        String reason = "%s:%d: %s".formatted(file, condition.line(), condition.text());
        double amount = condition.amount();
        String text = condition.text();
        if (unit.matches("req.*|rps|qps|tps")) {
            return of("request_rate", condition.comparison(), amount, "req/s", "15 min", reason);
        }
        if (unit.matches("rpm|requests? per minute")) {
            return of("request_rate", condition.comparison(), amount / 60, "req/s", "15 min", reason);
        }
        if (unit.matches("ms")
                || (unit.matches("s|seconds?") && LATENCY.matcher(text).find())) {
            double milliseconds = unit.equals("ms") ? amount : amount * 1000;
            return of("latency_p95", condition.comparison(), milliseconds, "ms", "1 h", reason);
        }
        if (unit.equals("%")) {
            String metric = ERRORS.matcher(text).find()
                    ? "error_ratio"
                    : AVAILABLE.matcher(text).find() ? "available" : "cpu";
            return of(metric, condition.comparison(), amount, "%", metric.equals("cpu") ? "15 min" : "24 h", reason);
        }
        if (unit.matches(".*(?:users|sessions|connections)")) {
            return of("sessions", condition.comparison(), amount, "sessions", "15 min", reason);
        }
        if (unit.matches("[gmt]i?b")) {
            double gibibytes = amount * (unit.startsWith("m") ? 1 / 1024.0 : unit.startsWith("t") ? 1024 : 1);
            String metric = MEMORY.matcher(text).find() ? "memory" : "data_size";
            return of(metric, condition.comparison(), gibibytes, "GiB", "1 h", reason);
        }
        if (unit.matches("[$€]")) {
            return of("monthly_cost", condition.comparison(), amount, "USD", "30 days", reason);
        }
        if (unit.matches("m|min|minutes?|h|hours?|s|seconds?")) {
            double minutes = unit.startsWith("h") ? amount * 60 : unit.startsWith("s") ? amount / 60 : amount;
            String metric = LAUNCH.matcher(text).find() ? "first_launch" : "lead_time";
            return of(
                    metric,
                    condition.comparison(),
                    minutes,
                    "min",
                    metric.equals("first_launch") ? "the first deployment" : "5 runs",
                    reason);
        }
        if (unit.matches("d|days?|weeks?|months?")) {
            double days = amount * (unit.startsWith("w") ? 7 : unit.startsWith("mo") ? 30 : 1);
            return of("days", condition.comparison(), days, "days", "1 day", reason);
        }
        return new Measure(
                "count",
                text,
                condition.comparison(),
                amount,
                condition.unit(),
                "15 min",
                "a person decides where: the document names no unit that is measured here",
                Optional.empty(),
                reason);
    }

    Measure of(String name, String comparison, double value, String unit, String window, String reason) {
        Metric metric = Optional.ofNullable(metrics.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no metric is called \"%s\"".formatted(name)));
        return new Measure(
                name,
                metric.title(),
                comparison,
                value,
                unit,
                window,
                metric.source(),
                metric.query().map(query -> query.replace("{app}", app).replace("{over}", prometheus(window))),
                reason);
    }

    /** A window as Prometheus writes durations; a window that is no time counts as an hour. */
    static String prometheus(String window) {
        Matcher matcher = WINDOW.matcher(window);
        if (!matcher.matches()) {
            return "1h";
        }
        return matcher.group(1)
                + switch (matcher.group(2)) {
                    case "s" -> "s";
                    case "min" -> "m";
                    case "h" -> "h";
                    default -> "d";
                };
    }
}
