package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.Loss;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.Optional;

/** The last look with all the traffic on the new release: its instances, and the operator's own command. */
final class Verifying implements Step {

    private final Step hook = new RunningCommand(Configuration.AFTER);
    private final Rollouts rollouts;
    private final Slots slots;

    Verifying(Rollouts rollouts, Slots slots) {
        this.rollouts = rollouts;
        this.slots = slots;
    }

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        Optional<Instance> down = situation.target().instances().stream()
                .filter(instance -> instance.slot().equals(situation.rollout().slot())
                        && instance.state() == Instance.State.WAITING)
                .findFirst();
        return down.isPresent()
                ? new Outcome.Failed("%s ended by itself under traffic with %s."
                        .formatted(down.get().name(), down.get().last().orElse("an unknown exit code")))
                : hook.run(situation);
    }

    @Override
    public void commit(Situation situation) {
        Rollout rollout = situation.rollout();
        Counters now = situation.target().router().counters();
        Counters before = rollout.countersBefore()
                .map(text -> CanonicalJson.read(text, Counters.class))
                .orElse(now);
        rollouts.lost(rollout, CanonicalJson.of(Loss.between(before, now, rollout.fromSlot())));
        boolean stays = rollout.strategy() == Strategy.BLUE_GREEN || rollout.strategy() == Strategy.CANARY;
        slots.makeLive(
                rollout.environment(), rollout.slot(), rollout.release(), stays ? Slot.State.WARM : Slot.State.GONE);
        rollouts.live(
                rollout,
                situation
                        .clock()
                        .instant()
                        .plus(situation.release().configuration().rollout().window()));
    }
}
