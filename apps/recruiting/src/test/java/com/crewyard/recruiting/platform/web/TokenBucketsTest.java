package com.crewyard.recruiting.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private final AtomicLong now = new AtomicLong();
    private final TokenBuckets buckets = new TokenBuckets(3, Duration.ofSeconds(2), now::get);

    @Test
    void allowsAsManyAtOnceAsABucketHolds() {
        assertThat(IntStream.range(0, 3).mapToObj(_ -> buckets.take("a"))).allMatch(java.util.Optional::isEmpty);
        assertThat(buckets.take("a")).contains(Duration.ofSeconds(2));
    }

    @Test
    void countsEachKeyForItself() {
        IntStream.range(0, 4).forEach(_ -> buckets.take("a"));
        assertThat(buckets.take("b")).isEmpty();
    }

    @Test
    void refillsSteadilyAndNeverAboveItsCapacity() {
        IntStream.range(0, 3).forEach(_ -> buckets.take("a"));
        pass(Duration.ofMillis(1500));
        assertThat(buckets.take("a")).contains(Duration.ofMillis(500));
        pass(Duration.ofMillis(500));
        assertThat(buckets.take("a")).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(IntStream.range(0, 4).mapToObj(_ -> buckets.take("a")).filter(java.util.Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void takesAnIpv6NetworkForOneClient() {
        assertThat(ClientAddress.networkOf("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddress.networkOf("2001:db8:1:2::9"));
        assertThat(ClientAddress.networkOf("2001:db8:1:3::1")).isNotEqualTo(ClientAddress.networkOf("2001:db8:1:2::1"));
        assertThat(ClientAddress.networkOf("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
