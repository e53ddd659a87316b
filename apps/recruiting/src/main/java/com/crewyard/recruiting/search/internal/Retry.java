package com.crewyard.recruiting.search.internal;

import java.time.Duration;

/** When something that failed is tried again: soon, and each time later. */
final class Retry {

    private static final long SOONEST = Duration.ofSeconds(5).toNanos();
    private static final long LATEST = Duration.ofMinutes(5).toNanos();

    private volatile long notBefore = System.nanoTime();
    private volatile long patience = SOONEST;

    boolean isDue() {
        return System.nanoTime() - notBefore >= 0;
    }

    void failed() {
        notBefore = System.nanoTime() + patience;
        patience = Math.min(LATEST, patience * 2);
    }

    void succeeded() {
        patience = SOONEST;
    }

    /** It is done for now, though not by us. */
    void rest() {
        notBefore = System.nanoTime() + SOONEST;
    }
}
