package com.crewyard.deployment.rollouts.internal;

import java.time.Duration;

/** What came of a state's work. */
sealed interface Outcome {

    /** @param note one clause for the history */
    record Done(String note) implements Outcome {}

    /** Not yet: the same again after a while. */
    record Later(Duration after) implements Outcome {}

    /** Not before a person promotes it or takes it back. */
    record Held(String why) implements Outcome {}

    /** @param reason one sentence for the operator */
    record Failed(String reason) implements Outcome {}
}
