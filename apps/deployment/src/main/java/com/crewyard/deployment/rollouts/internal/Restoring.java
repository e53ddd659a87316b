package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.InstanceSpec;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Brings back what was stopped of the old slot. Instances that still run are left alone. */
final class Restoring implements Step {

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        if (situation.from().isEmpty() || situation.rollout().fromSlot().isEmpty()) {
            return new Outcome.Done("no release was live before");
        }
        Release former = situation.from().get();
        SlotRef slot = situation.rollout().fromSlot().get();
        long running = situation.target().instances().stream()
                .filter(instance -> instance.slot().equals(slot))
                .count();
        List<InstanceSpec> specs = SlotInstances.all(former, slot).stream()
                .filter(spec -> !situation.target().isLost(spec.name()))
                .toList();
        if (running == specs.size()) {
            return new Outcome.Done("%s runs".formatted(slot));
        }
        situation.target().start(specs, situation.fence());
        Outcome health = new HealthCheck(
                        unhurried(situation),
                        former,
                        specs.stream().map(InstanceSpec::name).collect(Collectors.toSet()))
                .run();
        return new Outcome.Done(
                health instanceof Outcome.Failed(String reason)
                        ? "%s runs again, but: %s".formatted(slot, reason)
                        : "%s runs again".formatted(slot));
    }

    private static Situation unhurried(Situation situation) {
        Clock clock = situation.clock();
        return new Situation(
                situation.rollout(), situation.release(), situation.from(), situation.target(), clock, () -> false);
    }
}
