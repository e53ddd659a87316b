package com.crewyard.deployment.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.SlotRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossTest {

    private static final SlotRef OLD = new SlotRef("blue-1");
    private static final SlotRef NEW = new SlotRef("green-2");

    @Test
    void countsWhatCameToNobodyForTheWholeEnvironment() {
        Counters before = new Counters(1, Duration.ofMillis(20), 2, List.of(counted(OLD, 10, 0)));
        Counters after = new Counters(4, Duration.ofMillis(90), 7, List.of(counted(OLD, 15, 1), counted(NEW, 100, 2)));

        Loss loss = Loss.between(before, after, Optional.of(OLD));

        assertThat(loss.requests()).isEqualTo(105);
        assertThat(loss.failed()).isEqualTo(3 + 5);
        assertThat(loss.held()).isEqualTo(3);
        assertThat(loss.longestHoldMillis()).isEqualTo(90);
    }

    @Test
    void chargesNoSlotWithWhatCameToNobody() {
        Counters before = new Counters(1, Duration.ofMillis(20), 2, List.of(counted(OLD, 10, 0)));
        Counters after = new Counters(4, Duration.ofMillis(90), 7, List.of(counted(OLD, 15, 1), counted(NEW, 9, 9)));

        Loss loss = Loss.between(before.of(OLD), after.of(OLD), Optional.empty());

        assertThat(loss.requests()).isEqualTo(5);
        assertThat(loss.failed()).isEqualTo(1);
        assertThat(loss.held()).isZero();
        assertThat(loss.longestHoldMillis()).isZero();
    }

    private static InstanceCounters counted(SlotRef slot, long requests, long failed) {
        return new InstanceCounters(slot, "web", slot + "-web-1", requests, 0, failed, 0, List.of(), 0, 0, 0, 0);
    }
}
