package com.crewyard.deployment.advisor.web;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Numbers;
import com.crewyard.hosting.plan.Measure;
import com.crewyard.hosting.plan.Plan;
import com.crewyard.hosting.plan.Plan.PhasePlan;
import com.crewyard.hosting.plan.Plan.Task;
import com.crewyard.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The plan as a timeline.
 *
 * @param missing why there is none
 */
public record PlanView(
        String query, Optional<Plan> plan, List<Phase> phases, int height, List<Tick> ticks, String missing) {

    public static final int WIDTH = 960;
    private static final int ROW = 22;
    private static final int LEFT = 8;
    private static final int HEAD = 28;
    private static final int WEEK = 5;

    /** @param line where its name stands in the drawing */
    public record Phase(PhasePlan plan, int line, String cost, String effort, List<Bar> bars) {

        public List<String> entry() {
            return plan.entry().stream().map(Measure::text).toList();
        }

        public List<String> exit() {
            return plan.exit().stream().map(Measure::text).toList();
        }
    }

    /** @param inside whether the title fits behind the bar's beginning rather than before it */
    public record Bar(Task task, double x, int y, double width, boolean inside) {}

    public record Tick(String label, double x) {}

    static PlanView of(Optional<Plan> plan, List<Finding> findings, String query, Page page) {
        if (plan.isEmpty()) {
            String why = findings.isEmpty()
                    ? page.text("advisor.plan.none")
                    : String.join(" ", findings.stream().map(Finding::toString).toList());
            return new PlanView(query, plan, List.of(), 0, List.of(), why);
        }
        int last = plan.get().phases().getLast().toDay();
        double day = (WIDTH - 2.0 * LEFT) / Math.max(1, last);
        int y = HEAD;
        List<Phase> phases = new ArrayList<>();
        for (PhasePlan phase : plan.get().phases()) {
            int line = y + ROW - 6;
            y += ROW;
            List<Bar> bars = new ArrayList<>();
            for (Task task : phase.tasks()) {
                double x = LEFT + task.startDay() * day;
                bars.add(new Bar(task, x, y, Math.max(3, task.effort() * day), x < WIDTH / 2.0));
                y += ROW;
            }
            phases.add(new Phase(
                    phase,
                    line,
                    phase.costs().total().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "%.0f USD",
                                    phase.costs().total().getAsDouble())
                            : page.text("advisor.plan.unpriced"),
                    Numbers.plain(
                            phase.tasks().stream().mapToDouble(Task::effort).sum()),
                    List.copyOf(bars)));
        }
        List<Tick> ticks = new ArrayList<>();
        int step = Math.max(1, last / WEEK / 12) * WEEK;
        for (int at = 0; at <= last; at += step) {
            ticks.add(new Tick(page.text("advisor.plan.week", at / WEEK + 1), LEFT + at * day));
        }
        return new PlanView(query, plan, List.copyOf(phases), y + ROW, List.copyOf(ticks), "");
    }
}
