package com.crewyard.recruiting.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often each of many may do something: a bucket of tokens a key, full at first and refilled steadily (the token
 * bucket of RFC 2697). Each process counts for itself.
 */
public final class TokenBuckets {

    private static final int MOST_KEYS = 100_000;

    private final double capacity;
    private final double refillPerNano;
    private final LongSupplier nanoTime;
    private final Cache<String, Bucket> buckets;

    /**
     * @param capacity how many at once
     * @param refill the time after which one more is allowed
     */
    public TokenBuckets(int capacity, Duration refill) {
        this(capacity, refill, System::nanoTime);
    }

    TokenBuckets(int capacity, Duration refill, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.refillPerNano = 1.0 / refill.toNanos();
        this.nanoTime = nanoTime;
        // A bucket nobody has asked for that long is full again, and so is a new one.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(refill.multipliedBy(capacity))
                .ticker(nanoTime::getAsLong)
                .build();
    }

    /** Takes one token; empty when there was one, otherwise how long until there is. */
    public Optional<Duration> take(String key) {
        return buckets.get(key, _ -> new Bucket(capacity, nanoTime.getAsLong())).take();
    }

    private final class Bucket {

        private double tokens;
        private long refilledAt;

        private Bucket(double tokens, long refilledAt) {
            this.tokens = tokens;
            this.refilledAt = refilledAt;
        }

        private synchronized Optional<Duration> take() {
            long now = nanoTime.getAsLong();
            tokens = Math.min(capacity, tokens + (now - refilledAt) * refillPerNano);
            refilledAt = now;
            if (tokens < 1) {
                return Optional.of(Duration.ofNanos((long) Math.ceil((1 - tokens) / refillPerNano)));
            }
            tokens--;
            return Optional.empty();
        }
    }
}
