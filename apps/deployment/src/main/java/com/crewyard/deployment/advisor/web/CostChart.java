package com.crewyard.deployment.advisor.web;

import com.crewyard.hosting.costs.Costs;
import com.crewyard.hosting.costs.Costs.Option;
import com.crewyard.hosting.costs.Costs.Point;
import com.crewyard.hosting.costs.Costs.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The cost curves as lines of an SVG drawing, both axes logarithmic.
 *
 * @param here where the load asked about is, along the first axis
 */
public record CostChart(
        List<Line> lines,
        List<Tick> loads,
        List<Tick> amounts,
        double here,
        List<Option> options,
        List<Span> cheapest,
        double load) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 320;
    private static final int LEFT = 64;
    private static final int BOTTOM = 36;
    private static final int EDGE = 12;
    private static final double LEAST = 1;
    private static final double MOST_LOAD = 5000;

    /** @param series its color, from 1 */
    public record Line(String name, int series, String points) {}

    public record Tick(String label, double at) {}

    static CostChart of(Costs costs) {
        double most = costs.options().stream()
                .flatMap(option -> option.curve().stream())
                .mapToDouble(Point::monthly)
                .max()
                .orElse(10);
        double top = Math.pow(10, Math.ceil(Math.log10(Math.max(10, most))));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < costs.options().size(); i++) {
            Option option = costs.options().get(i);
            StringBuilder points = new StringBuilder();
            option.curve()
                    .forEach(point -> points.append(
                            String.format(Locale.ROOT, "%.1f,%.1f ", x(point.load()), y(point.monthly(), top))));
            lines.add(new Line(option.offering(), i % 6 + 1, points.toString().strip()));
        }
        List<Tick> loads = new ArrayList<>();
        for (int load : new int[] {1, 10, 100, 1000}) {
            loads.add(new Tick(String.valueOf(load), x(load)));
        }
        List<Tick> amounts = new ArrayList<>();
        for (double amount = LEAST; amount <= top; amount *= 10) {
            amounts.add(new Tick(String.format(Locale.ROOT, "%,.0f", amount), y(amount, top)));
        }
        return new CostChart(
                List.copyOf(lines),
                List.copyOf(loads),
                List.copyOf(amounts),
                x(costs.load()),
                costs.options(),
                costs.cheapest(),
                costs.load());
    }

    private static double x(double load) {
        return LEFT + (WIDTH - LEFT - EDGE) * Math.log10(Math.clamp(load, LEAST, MOST_LOAD)) / Math.log10(MOST_LOAD);
    }

    private static double y(double amount, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - EDGE) * Math.log10(Math.max(LEAST, amount)) / Math.log10(top);
    }
}
