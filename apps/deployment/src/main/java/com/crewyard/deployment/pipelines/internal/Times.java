package com.crewyard.deployment.pipelines.internal;

import java.time.Duration;

/** Durations as people say them. */
final class Times {

    private Times() {}

    static String of(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() < 120) {
            return duration.toSeconds() + " s";
        }
        return duration.toMinutes() < 120 ? duration.toMinutes() + " min" : duration.toHours() + " h";
    }
}
