package com.crewyard.deployment.plans;

import java.time.Duration;

/** Durations as an app spec has them. */
final class Times {

    private Times() {}

    static String of(Duration duration) {
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        return duration.toSeconds() % 60 == 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
