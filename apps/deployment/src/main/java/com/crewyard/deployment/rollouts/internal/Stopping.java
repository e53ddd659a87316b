package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.routing.SlotRef;
import java.util.List;
import java.util.Optional;

/** Takes the old slot out of traffic and ends it before the new one starts; the router holds requests meanwhile. */
final class Stopping implements Step {

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        Optional<SlotRef> former = situation.rollout().fromSlot();
        if (former.isEmpty() || situation.from().isEmpty()) {
            return new Outcome.Done("nothing ran before");
        }
        situation
                .target()
                .router()
                .apply(Traffic.table(
                        situation.tableVersion(), situation.from().get().configuration(), List.of(), List.of()));
        Ending.end(situation, situation.from().get(), former.get(), _ -> true);
        return new Outcome.Done("%s is stopped".formatted(former.get()));
    }
}
