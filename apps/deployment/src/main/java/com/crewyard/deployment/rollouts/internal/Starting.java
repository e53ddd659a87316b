package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.InstanceSpec;
import java.util.List;

/** Starts the instances of the new slot, those of this step and before. */
final class Starting implements Step {

    @Override
    public Outcome run(Situation situation) {
        List<InstanceSpec> specs = specs(situation);
        situation.target().start(specs, situation.fence());
        return new Outcome.Done(
                situation.rollout().reusesSlot()
                        ? "%s is warm".formatted(situation.rollout().slot())
                        : "%d instances of %s are started"
                                .formatted(specs.size(), situation.rollout().slot()));
    }

    static List<InstanceSpec> specs(Situation situation) {
        Rollout rollout = situation.rollout();
        return SlotInstances.of(
                situation.release(),
                rollout.slot(),
                ordinal -> Strategies.isNew(
                        rollout.strategy(), situation.release().configuration(), rollout.step(), ordinal));
    }
}
