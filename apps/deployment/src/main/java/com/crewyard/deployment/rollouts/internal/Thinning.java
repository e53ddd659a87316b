package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.SlotRef;
import java.util.Optional;

/** Ends the old instances that a rolling release has replaced up to this step. */
final class Thinning implements Step {

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        Rollout rollout = situation.rollout();
        Optional<SlotRef> former = rollout.fromSlot();
        if (former.isEmpty() || situation.from().isEmpty()) {
            return new Outcome.Done("nothing ran before");
        }
        boolean last = situation.isLastStep();
        Ending.end(
                situation,
                situation.from().get(),
                former.get(),
                instance -> last
                        || Strategies.isNew(
                                rollout.strategy(),
                                situation.release().configuration(),
                                rollout.step(),
                                SlotInstances.ordinal(instance)));
        return new Outcome.Done("the instances of batch %d are stopped".formatted(rollout.step() + 1));
    }
}
