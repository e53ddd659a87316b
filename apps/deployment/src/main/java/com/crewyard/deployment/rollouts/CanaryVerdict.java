package com.crewyard.deployment.rollouts;

import java.time.Instant;
import java.util.List;

/**
 * What statistics said of a canary at the end of a step.
 *
 * @param look which of the planned looks it was, from 1
 * @param reasons readable sentences with the numbers, the most important first
 */
public record CanaryVerdict(int look, int looks, Outcome outcome, List<String> reasons, Instant at) {

    public enum Outcome {
        PASS,
        FAIL,
        INSUFFICIENT
    }

    public CanaryVerdict {
        reasons = List.copyOf(reasons);
    }
}
