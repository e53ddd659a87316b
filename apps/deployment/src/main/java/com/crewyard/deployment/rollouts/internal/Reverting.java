package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import java.util.List;
import java.util.Optional;

/** Gives all the traffic back to the slot that had it. */
final class Reverting implements Step {

    @Override
    public Outcome run(Situation situation) {
        Rollout rollout = situation.rollout();
        Optional<Release> former = situation.from();
        Optional<SlotRef> slot = rollout.fromSlot();
        RoutingTable table = former.isPresent() && slot.isPresent()
                ? Traffic.table(
                        situation.tableVersion(),
                        former.get().configuration(),
                        situation.target().instances(),
                        List.of(
                                new Traffic.Part(slot.get(), Share.WHOLE, _ -> true),
                                new Traffic.Part(rollout.slot(), 0, _ -> true)))
                : Traffic.nothing(situation.tableVersion());
        situation.target().router().apply(table);
        situation.target().router().drain(rollout.slot(), Ending.drain(situation.release()));
        return new Outcome.Done(
                slot.map(name -> "%s has the traffic".formatted(name)).orElse("no release is live"));
    }
}
