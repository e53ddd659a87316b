package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import java.time.Duration;
import java.util.Optional;

/** The last look with all the traffic on the new release: its instances, and the operator's own command. */
final class Verifying implements Step {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

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
                : settled(situation, hook.run(situation));
    }

    /** Requests that the former release still answers belong into the count, unless they take their time. */
    private static Outcome settled(Situation situation, Outcome outcome) {
        Rollout rollout = situation.rollout();
        boolean patient = rollout.stateSince()
                .plus(LONGEST_WAIT)
                .isAfter(situation.clock().instant());
        return outcome instanceof Outcome.Done && patient && isAnswering(situation)
                ? new Outcome.Later(LOOK_EVERY)
                : outcome;
    }

    private static boolean isAnswering(Situation situation) {
        Optional<SlotRef> former = situation.rollout().fromSlot();
        return situation.target().router().counters().instances().stream()
                .anyMatch(counted -> former.equals(Optional.of(counted.slot())) && counted.openRequests() > 0);
    }

    /** Nobody wants instances back that were not as they should be. */
    private static Duration window(Situation situation) {
        return situation.rollout().kind() == Rollout.Kind.REPAIR
                ? Duration.ZERO
                : situation.release().configuration().rollout().window();
    }

    @Override
    public void commit(Situation situation) {
        Rollout rollout = situation.rollout();
        LossCount.take(rollouts, situation);
        boolean stays = rollout.strategy().keepsFormer();
        slots.makeLive(
                rollout.environment(), rollout.slot(), rollout.release(), stays ? Slot.State.WARM : Slot.State.GONE);
        rollouts.live(rollout, situation.clock().instant().plus(window(situation)));
    }
}
