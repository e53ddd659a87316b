package com.crewyard.deployment.analysis;

import com.crewyard.deployment.analysis.statistics.Cell;
import com.crewyard.deployment.analysis.statistics.Sample;
import java.util.List;

/** What was seen of a metric since the canary began, of the new release (canary) and the old one (control). */
public sealed interface Measurement {

    Metric metric();

    /** Errors among requests, by instance and interval as far as that is known. */
    record Counted(Metric.ErrorShare metric, List<Cell> canary, List<Cell> control) implements Measurement {
        public Counted {
            canary = List.copyOf(canary);
            control = List.copyOf(control);
        }
    }

    record Sampled(Metric.Reading metric, Sample canary, Sample control) implements Measurement {}

    /**
     * Nothing could be seen.
     *
     * @param reason why, to be read within a sentence
     */
    record Missing(Metric metric, String reason) implements Measurement {}
}
