package com.crewyard.deployment.rollouts;

import java.time.Instant;

/** A step of a rollout's history. */
public record Transition(
        long rollout, int seq, RolloutState from, RolloutState to, int step, String note, Instant at) {}
