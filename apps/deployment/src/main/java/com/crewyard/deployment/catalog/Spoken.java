package com.crewyard.deployment.catalog;

import java.time.Duration;

/** Durations as people say them. */
public final class Spoken {

    private Spoken() {}

    /** Rounded down to what one would say: {@code 800 ms}, {@code 90 s}, {@code 45 min}, {@code 3 h}. */
    public static String of(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() < 120) {
            return duration.toSeconds() + " s";
        }
        return duration.toMinutes() < 120 ? duration.toMinutes() + " min" : duration.toHours() + " h";
    }
}
