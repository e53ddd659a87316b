package com.crewyard.deployment.plans;

import com.crewyard.deployment.analysis.RouterMetrics.Snapshot;
import com.crewyard.deployment.analysis.Tally;
import com.crewyard.deployment.routing.SlotRef;
import java.time.Duration;
import java.util.List;

/** What is known of the requests that the live release gets today. */
public sealed interface Requests {

    /**
     * What its router counted.
     *
     * @param live when it went live; what was counted before is not its traffic of today
     */
    record Counted(SlotRef slot, Snapshot live, Snapshot now) implements Requests {

        Tally of(String service) {
            return Tally.between(List.of(live.counters(), now.counters()), slot, service);
        }

        /** At least one: what came in a moment says nothing of a second. */
        double seconds() {
            return Math.max(1, Duration.between(live.at(), now.at()).toMillis() / 1000.0);
        }
    }

    /** @param reason a sentence */
    record Unknown(String reason) implements Requests {}
}
