package com.crewyard.deployment.releases;

import java.time.Instant;

/**
 * What was taken, or is to be taken, live. It never changes.
 *
 * @param number counts within its environment, from 1
 * @param digest of its configuration
 * @param actor who asked for it
 * @param reason why, in their words
 */
public record Release(
        long id,
        long environment,
        int number,
        Configuration configuration,
        String digest,
        String actor,
        String reason,
        Instant createdAt) {}
