package com.crewyard.deployment.engine;

import java.time.Instant;

/**
 * A pull request's environment.
 *
 * @param address where people find it
 * @param state of its latest rollout, such as live
 * @param rollout that one
 * @param expiresAt when it goes away by itself
 */
public record PreviewLine(
        String application,
        int number,
        String environment,
        String address,
        String branch,
        String commit,
        String actor,
        String state,
        long rollout,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt) {}
