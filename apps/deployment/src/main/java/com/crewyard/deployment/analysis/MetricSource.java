package com.crewyard.deployment.analysis;

import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.kernel.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where measurements come from. */
public interface MetricSource {

    /**
     * What was seen in a window, one measurement a metric. It does not throw for what is not there or does not answer: that is
     * a {@link Measurement.Missing}, which lets nothing pass.
     */
    List<Measurement> measure(Window window);

    /**
     * From when to when, and of whom.
     *
     * @param from when the canary began to get requests
     * @param to the look at hand
     */
    record Window(Instant from, Instant to, SlotRef canary, SlotRef control) {

        public Window {
            Violations violations = new Violations();
            violations.require(from.isBefore(to), "from", "The window from %s to %s has no length".formatted(from, to));
            violations.require(
                    !canary.equals(control),
                    "canary",
                    "Slot %s is compared with itself; name the slot of the old release".formatted(canary));
            violations.throwIfAny();
        }

        public Duration length() {
            return Duration.between(from, to);
        }
    }
}
