package com.crewyard.deployment.plans;

import java.util.ArrayList;
import java.util.List;

/** A plan for people. */
public final class PlanText {

    private static final int LONGEST_VALUE = 60;

    private PlanText() {}

    public static String of(Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Release %d of %s to %s, %s"
                .formatted(
                        plan.release(),
                        plan.application(),
                        plan.environment(),
                        plan.from()
                                .map(from -> plan.strategy() + " over release " + from)
                                .orElse("the first one")));
        section(
                lines,
                "What changes",
                plan.differences().stream().map(PlanText::line).toList());
        section(lines, "Migrations", plan.migrations());
        section(lines, "Traffic", plan.traffic());
        section(lines, "Verdict", plan.verdict());
        section(lines, "Cost", plan.cost());
        section(lines, "Note", plan.notes());
        lines.add("");
        lines.add("About %d s. Plan %s".formatted(plan.expected(), plan.hash()));
        return String.join("\n", lines) + "\n";
    }

    private static void section(List<String> lines, String title, List<String> items) {
        if (!items.isEmpty()) {
            lines.add("");
            lines.add(title);
            items.forEach(item -> lines.add("  " + item));
        }
    }

    private static String line(Difference difference) {
        if (difference.before().isEmpty()) {
            return "+ %s: %s"
                    .formatted(difference.path(), shortened(difference.after().orElse("")));
        }
        if (difference.after().isEmpty()) {
            return "- %s: %s"
                    .formatted(difference.path(), shortened(difference.before().orElse("")));
        }
        return "~ %s: %s → %s"
                .formatted(
                        difference.path(),
                        shortened(difference.before().get()),
                        shortened(difference.after().get()));
    }

    private static String shortened(String value) {
        String plain = value.startsWith("sha256:") ? value.substring(0, 15) : value;
        return plain.length() > LONGEST_VALUE ? plain.substring(0, LONGEST_VALUE) + "…" : plain;
    }
}
