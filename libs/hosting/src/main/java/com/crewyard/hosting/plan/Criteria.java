package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.plan.Catalogue.Practice;
import com.crewyard.hosting.plan.Plan.Costs;
import com.crewyard.hosting.plan.Plan.Task;
import com.crewyard.hosting.spec.AppSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be true before a phase begins and before it is done. */
final class Criteria {

    private final Needs needs;
    private final Catalogue catalogue;
    private final Measures measures;

    Criteria(Needs needs, Catalogue catalogue, Measures measures) {
        this.needs = needs;
        this.catalogue = catalogue;
        this.measures = measures;
    }

    List<Measure> entry(Stage stage, boolean first, List<Measure> triggers) {
        List<Measure> entry = new ArrayList<>();
        if (first) {
            entry.add(measures.of(
                    "failed_tests", "=", 0, "tests", "the last run", "every phase: what is shipped is tested"));
        } else {
            entry.add(measures.of(
                    "criteria_open",
                    "=",
                    0,
                    "criteria",
                    "the day of the decision",
                    "every phase: the one before is done"));
        }
        stage.window()
                .filter(window -> window.fromDay() > 0)
                .ifPresent(window -> entry.add(measures.of(
                        "days", ">=", window.fromDay(), "days", "1 day", "the documents: " + window.text())));
        if (!first) {
            entry.addAll(triggers);
        }
        return List.copyOf(entry);
    }

    /**
     * What begins a phase beside time and the end of the one before. When no document says, it is what usually begins
     * the practices that the phase brings, and the reason says so.
     */
    List<Measure> triggers(Stage stage, Platforms platforms, AppSpec app) {
        if (!stage.triggers().isEmpty() || stage.later()) {
            return stage.triggers();
        }
        return new PhaseReading(catalogue, platforms, app)
                .read(stage, Optional.empty()).found().keySet().stream()
                        .map(Practice::trigger)
                        .flatMap(Optional::stream)
                        .flatMap(text -> measures.written(text, "assumed: no document says when").stream())
                        .limit(1)
                        .toList();
    }

    /** The numbers among the tasks' checks, what the documents promise, and what the needs allow. */
    List<Measure> exit(Stage stage, List<Task> tasks, Costs costs) {
        Map<String, Measure> exit = new LinkedHashMap<>();
        stage.targets().forEach(measure -> exit.putIfAbsent(measure.metric(), measure));
        needs.monthlyBudget()
                .ifPresent(budget -> exit.putIfAbsent(
                        "monthly_cost",
                        measures.of(
                                "monthly_cost",
                                "<=",
                                budget,
                                costs.currency(),
                                "30 days",
                                "the needs: budget.monthly")));
        for (Task task : tasks) {
            for (String check : task.checks()) {
                measures.written(check, task.id()).ifPresent(measure -> exit.putIfAbsent(measure.metric(), measure));
            }
        }
        needs.load()
                .webSocketSessions()
                .ifPresent(sessions -> exit.putIfAbsent(
                        "sessions",
                        measures.of(
                                "sessions",
                                ">=",
                                sessions,
                                "sessions",
                                "15 min",
                                "the needs: load.websocket_sessions, in the load test")));
        return List.copyOf(exit.values());
    }
}
