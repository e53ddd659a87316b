package com.crewyard.deployment.console;

import com.crewyard.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A chart over the last moments, two minutes at most, laid out for an SVG of 600 by 160.
 *
 * @param code of its title among the texts
 * @param span how long ago it begins
 * @param ticks of the vertical axis
 */
public record Chart(String code, Duration span, List<Tick> ticks, List<Line> lines) {

    private static final double LEFT = 46;
    private static final double RIGHT = 592;
    private static final double TOP = 10;
    private static final double BOTTOM = 140;
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int THOUSAND = 1000;
    private static final int NO_FRACTIONS_FROM = 100;
    private static final List<Integer> STEPS = List.of(1, 2, 5);

    public record Tick(double at, String label) {}

    /**
     * @param tone blue or green, after the slot
     * @param latest with its unit; empty when there is none
     */
    public record Line(String slot, String tone, String points, String latest) {

        public String last(Page page) {
            return latest.isEmpty() ? page.text("chart.none") : latest;
        }
    }

    static Chart requests(Map<String, List<Samples.Point>> points, Instant now) {
        return of("chart.requests", "req/s", points, now, point -> OptionalDouble.of(point.perSecond()));
    }

    static Chart latency(Map<String, List<Samples.Point>> points, Instant now) {
        return of(
                "chart.latency",
                "ms",
                points,
                now,
                point -> point.p95().isPresent() ? OptionalDouble.of(point.p95().getAsInt()) : OptionalDouble.empty());
    }

    private static Chart of(
            String code,
            String unit,
            Map<String, List<Samples.Point>> points,
            Instant now,
            Function<Samples.Point, OptionalDouble> value) {
        double most = points.values().stream()
                .flatMap(List::stream)
                .map(value)
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        Duration span = span(points, now);
        double top = rounded(most);
        List<Tick> ticks =
                List.of(new Tick(BOTTOM, "0"), new Tick((TOP + BOTTOM) / 2, rough(top / 2)), new Tick(TOP, rough(top)));
        List<Line> lines = new ArrayList<>();
        points.forEach((slot, series) -> {
            List<String> path = series.stream()
                    .filter(point -> value.apply(point).isPresent())
                    .map(point -> "%s,%s"
                            .formatted(
                                    number(x(point.at(), now, span)),
                                    number(BOTTOM
                                            - (BOTTOM - TOP)
                                                    * value.apply(point).getAsDouble()
                                                    / top)))
                    .toList();
            if (!path.isEmpty()) {
                OptionalDouble last = value.apply(series.getLast());
                lines.add(new Line(
                        slot,
                        slot.startsWith("green") ? "green" : "blue",
                        String.join(" ", path),
                        last.isPresent() ? rough(last.getAsDouble()) + " " + unit : ""));
            }
        });
        return new Chart(code, span, ticks, lines);
    }

    public String title(Page page) {
        return page.text(code);
    }

    /** When it begins, in words. */
    public String begin(Page page) {
        return span.equals(LONGEST)
                ? page.text("chart.begin.minutes")
                : page.text("chart.begin.seconds", span.toSeconds());
    }

    /** What people who do not see it are told. */
    public String summary(Page page) {
        String now = String.join(
                ", ",
                lines.stream().map(line -> line.slot() + " " + line.last(page)).toList());
        return lines.isEmpty()
                ? page.text("chart.summary.empty", title(page))
                : page.text("chart.summary", title(page), now);
    }

    private static Duration span(Map<String, List<Samples.Point>> points, Instant now) {
        Duration known = points.values().stream()
                .flatMap(series -> series.stream().limit(1))
                .map(point -> Duration.between(point.at(), now))
                .max(Duration::compareTo)
                .orElse(SHORTEST);
        Duration least = known.compareTo(SHORTEST) < 0 ? SHORTEST : known;
        return least.compareTo(LONGEST) > 0 ? LONGEST : least;
    }

    private static double x(Instant at, Instant now, Duration span) {
        double ago = Duration.between(at, now).toMillis() / (double) span.toMillis();
        return LEFT + (RIGHT - LEFT) * (1 - Math.clamp(ago, 0, 1));
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double rounded(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
        return STEPS.stream()
                .mapToDouble(step -> step * power)
                .filter(candidate -> candidate >= most)
                .findFirst()
                .orElse(10 * power);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** As people read it: 4.8k, 250, 0.5. */
    private static String rough(double value) {
        if (value >= 10 * THOUSAND) {
            return Math.round(value / THOUSAND) + "k";
        }
        if (value >= THOUSAND) {
            return number(value / THOUSAND) + "k";
        }
        return value >= NO_FRACTIONS_FROM ? String.valueOf(Math.round(value)) : number(value);
    }
}
