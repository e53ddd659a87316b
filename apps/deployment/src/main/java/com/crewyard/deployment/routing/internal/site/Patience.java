package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.RoutingException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a program, within a bound. */
public final class Patience {

    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private Patience() {}

    /** @param failure the sentence for when it takes too long */
    public static void until(BooleanSupplier condition, Supplier<String> failure) {
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new RoutingException(failure.get());
            }
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RoutingException("Waiting for the router was interrupted.", e);
            }
        }
    }
}
