package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import java.util.List;

/**
 * Gets databases and folders ready, and opens the ports of a first release, so that one that is taken stops the rollout before anything
 * starts.
 */
final class Preparing implements Step {

    private final Rollouts rollouts;
    private final Slots slots;

    Preparing(Rollouts rollouts, Slots slots) {
        this.rollouts = rollouts;
        this.slots = slots;
    }

    @Override
    public Outcome run(Situation situation) {
        Configuration configuration = situation.release().configuration();
        situation.target().databases(configuration.databases(), configuration.postgres(), situation.fence());
        configuration.services().values().stream()
                .findFirst()
                .ifPresent(service ->
                        situation.target().folders(configuration.folders(), service.image(), situation.fence()));
        if (situation.rollout().kind() == Rollout.Kind.DEPLOY) {
            situation.target().carriedBy(configuration.router(), situation.fence());
            situation.target().securedBy(configuration.tls(), situation.fence());
        }
        if (situation.from().isEmpty()) {
            situation
                    .target()
                    .router()
                    .apply(Traffic.table(
                            situation.tableVersion(), situation.release().configuration(), List.of(), List.of()));
        }
        return new Outcome.Done("the environment is ready");
    }

    @Override
    public void commit(Situation situation) {
        LossCount.begin(rollouts, situation);
        if (!situation.rollout().reusesSlot()) {
            slots.put(
                    situation.rollout().environment(),
                    situation.rollout().slot(),
                    situation.release().id(),
                    Slot.State.STARTING);
        }
    }
}
