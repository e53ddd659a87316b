package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import java.util.List;

/** Ends the former release's slot and whatever else is left, and takes it out of the router's table. */
final class Retiring implements Step {

    private final Rollouts rollouts;
    private final Slots slots;

    Retiring(Rollouts rollouts, Slots slots) {
        this.rollouts = rollouts;
        this.slots = slots;
    }

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        List<SlotRef> others = situation.target().instances().stream()
                .map(Instance::slot)
                .filter(slot -> !slot.equals(situation.rollout().slot()))
                .distinct()
                .toList();
        for (SlotRef slot : others) {
            Ending.end(situation, situation.from().orElse(situation.release()), slot, _ -> true);
        }
        situation
                .target()
                .router()
                .apply(Traffic.table(
                        situation.tableVersion(),
                        situation.release().configuration(),
                        situation.target().instances(),
                        List.of(new Traffic.Part(situation.rollout().slot(), Share.WHOLE, _ -> true))));
        return new Outcome.Done(others.isEmpty() ? "no other slot ran" : "%s is stopped".formatted(others.getFirst()));
    }

    @Override
    public void commit(Situation situation) {
        LossCount.finish(rollouts, situation);
        slots.endOthers(situation.rollout().environment(), situation.rollout().slot());
    }
}
