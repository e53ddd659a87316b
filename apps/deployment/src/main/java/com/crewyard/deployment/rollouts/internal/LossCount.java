package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.rollouts.Loss;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.routing.Counters;
import java.util.Optional;

/** Counts what a rollout costs: from its beginning, when nothing has changed yet, until there is nothing left to lose. */
final class LossCount {

    private LossCount() {}

    static void begin(Rollouts rollouts, Situation situation) {
        rollouts.countersBefore(situation.rollout(), CanonicalJson.of(now(situation)));
    }

    /** What it is by now. From here on only what the former release still carries is counted. */
    static void take(Rollouts rollouts, Situation situation) {
        Counters now = now(situation);
        Loss loss =
                Loss.between(before(situation, now), now, situation.rollout().fromSlot());
        rollouts.lost(situation.rollout(), CanonicalJson.of(loss));
        rollouts.countersBefore(situation.rollout(), CanonicalJson.of(now));
    }

    /** Adds what the former release carried to its end. */
    static void finish(Rollouts rollouts, Situation situation) {
        Rollout rollout = situation.rollout();
        if (rollout.fromSlot().isEmpty() || rollout.loss().isEmpty()) {
            return;
        }
        Counters now = now(situation).of(rollout.fromSlot().get());
        Counters live = before(situation, now).of(rollout.fromSlot().get());
        Loss known = CanonicalJson.read(rollout.loss().get(), Loss.class);
        rollouts.lost(rollout, CanonicalJson.of(known.endedBy(Loss.between(live, now, Optional.empty()))));
    }

    private static Counters now(Situation situation) {
        return situation.target().router().counters().answered();
    }

    private static Counters before(Situation situation, Counters otherwise) {
        return situation
                .rollout()
                .countersBefore()
                .map(text -> CanonicalJson.read(text, Counters.class))
                .orElse(otherwise);
    }
}
