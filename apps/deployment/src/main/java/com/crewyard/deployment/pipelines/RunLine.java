package com.crewyard.deployment.pipelines;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run in a list.
 *
 * @param state in words
 * @param trigger what started it, and its facts
 * @param awaiting stages that wait for somebody's approval
 */
public record RunLine(
        long id,
        String pipeline,
        int number,
        String state,
        String actor,
        Map<String, String> parameters,
        Map<String, String> trigger,
        Optional<String> cancelledBy,
        List<String> awaiting,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    public boolean isOver() {
        return endedAt.isPresent();
    }
}
