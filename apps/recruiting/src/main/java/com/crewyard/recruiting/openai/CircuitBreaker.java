package com.crewyard.recruiting.openai;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets nobody through for a while after several failures in a row; then one call tries it out, and the others wait for
 * what comes of it (Nygard, Release It!, 2007).
 */
final class CircuitBreaker {

    static final int FAILURES_UNTIL_OPEN = 3;
    static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows() {
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        if (failures >= FAILURES_UNTIL_OPEN) {
            openUntil = now.plus(LEFT_ALONE);
        }
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        openUntil = Instant.MIN;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES_UNTIL_OPEN) {
            leaveAlone(LEFT_ALONE);
        }
    }

    /** For at least this long. */
    synchronized void leaveAlone(Duration pause) {
        Instant until = clock.instant().plus(pause);
        openUntil = until.isAfter(openUntil) ? until : openUntil;
    }
}
