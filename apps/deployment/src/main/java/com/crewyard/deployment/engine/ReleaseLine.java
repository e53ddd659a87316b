package com.crewyard.deployment.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A release in a list.
 *
 * @param state live, warm, or how its last rollout stands
 * @param duration from its beginning until it was live or back, in milliseconds
 */
public record ReleaseLine(
        int number,
        String state,
        String actor,
        String reason,
        Instant createdAt,
        String strategy,
        Optional<Long> duration,
        Optional<String> problem) {}
