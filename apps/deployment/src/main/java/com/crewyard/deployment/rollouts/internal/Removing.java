package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.routing.Share;
import java.util.List;

/** Ends the slot that did not make it. */
final class Removing implements Step {

    private final Rollouts rollouts;
    private final Slots slots;

    Removing(Rollouts rollouts, Slots slots) {
        this.rollouts = rollouts;
        this.slots = slots;
    }

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        Ending.end(situation, situation.release(), situation.rollout().slot(), _ -> true);
        if (situation.from().isPresent() && situation.rollout().fromSlot().isPresent()) {
            situation
                    .target()
                    .router()
                    .apply(Traffic.table(
                            situation.tableVersion(),
                            situation.from().get().configuration(),
                            situation.target().instances(),
                            List.of(new Traffic.Part(
                                    situation.rollout().fromSlot().get(), Share.WHOLE, _ -> true))));
        }
        return new Outcome.Done("%s is removed".formatted(situation.rollout().slot()));
    }

    @Override
    public void commit(Situation situation) {
        LossCount.take(rollouts, situation);
        slots.put(
                situation.rollout().environment(),
                situation.rollout().slot(),
                situation.release().id(),
                Slot.State.GONE);
    }
}
