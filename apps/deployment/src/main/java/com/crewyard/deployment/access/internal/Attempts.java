package com.crewyard.deployment.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps an address from trying many: so many at once, and one more after a while. */
final class Attempts {

    /** Beyond this, those who have waited long enough are forgotten. */
    private static final int MOST_ADDRESSES = 10_000;

    private final int atOnce;
    private final Duration oneMoreAfter;
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    Attempts(int atOnce, Duration oneMoreAfter, Clock clock) {
        this.atOnce = atOnce;
        this.oneMoreAfter = oneMoreAfter;
        this.clock = clock;
    }

    /** How long an address has to wait; empty when it may try now. */
    Optional<Duration> wait(String address) {
        Instant now = clock.instant();
        return Optional.ofNullable(until.get(address))
                .map(end -> Duration.between(now, end).minus(oneMoreAfter.multipliedBy(atOnce - 1L)))
                .filter(Duration::isPositive);
    }

    /** One more was made. */
    void count(String address) {
        Instant now = clock.instant();
        if (until.size() > MOST_ADDRESSES) {
            until.values().removeIf(end -> end.isBefore(now));
        }
        until.merge(
                address, now.plus(oneMoreAfter), (known, _) -> (known.isBefore(now) ? now : known).plus(oneMoreAfter));
    }
}
