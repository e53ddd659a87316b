package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.rollouts.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits until the rollback window closes, by time or by wish. */
final class Living implements Step {

    @Override
    public Outcome run(Situation situation) {
        Rollout rollout = situation.rollout();
        Instant now = situation.clock().instant();
        Instant ends = rollout.windowEndsAt().orElse(now);
        if (rollout.request().equals(Optional.of(Rollout.Request.CLOSE))) {
            return new Outcome.Done(
                    "the window was closed by " + rollout.requestedBy().orElse("somebody"));
        }
        if (!now.isBefore(ends)) {
            return new Outcome.Done("the window is over");
        }
        situation.target().wakeEngine(Optional.of(ends));
        return new Outcome.Later(Duration.between(now, ends));
    }
}
