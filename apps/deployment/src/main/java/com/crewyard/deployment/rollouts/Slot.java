package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.routing.SlotRef;
import java.time.Instant;

/** A copy of the application in an environment, as the engine means it to be. */
public record Slot(SlotRef ref, long release, State state, Instant since) {

    public enum State {
        STARTING,
        LIVE,
        /** Without traffic, ready to take it back. */
        WARM,
        GONE
    }
}
