package com.crewyard.deployment.rollouts.internal;

import java.time.Duration;

/** Durations as people say them. */
final class Times {

    private Times() {}

    static String of(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        return duration.toSeconds() < 120 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
    }
}
