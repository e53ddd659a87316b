package com.crewyard.hosting.plan;

import com.crewyard.hosting.advice.Numbers;
import java.util.Optional;

/**
 * A condition that a number meets or does not.
 *
 * @param metric its name in the plan, such as {@code request_rate}
 * @param title what the number is, in words
 * @param comparison one of {@code < <= = >= >}
 * @param window over which it has to hold
 * @param source where it is measured
 * @param query PromQL that gives the number, when Prometheus has it
 * @param reason where the condition comes from: a document's line, the needs, or the practice that brings it
 */
public record Measure(
        String metric,
        String title,
        String comparison,
        double value,
        String unit,
        String window,
        String source,
        Optional<String> query,
        String reason) {

    /** Such as {@code request_rate > 500 req/s over 15 min}. */
    public String text() {
        return "%s %s %s%s over %s"
                .formatted(metric, comparison, Numbers.plain(value), unit.isEmpty() ? "" : " " + unit, window);
    }
}
