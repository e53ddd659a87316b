package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;

/** Drops from the schema what only former releases needed. Its failure hurts nobody: it is told, and left to people. */
final class Contracting implements Step {

    private final Step command = new RunningCommand(Configuration.CONTRACT);
    private final Rollouts rollouts;

    Contracting(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        Outcome outcome = command.run(situation);
        if (outcome instanceof Outcome.Failed(String reason)) {
            rollouts.failed(situation.rollout(), reason);
            return new Outcome.Done(reason);
        }
        if (outcome instanceof Outcome.Done
                && situation.rollout().kind() == Rollout.Kind.DEPLOY
                && situation
                        .release()
                        .configuration()
                        .command(Configuration.CONTRACT)
                        .isPresent()) {
            rollouts.contracted(situation.rollout());
        }
        return outcome;
    }
}
