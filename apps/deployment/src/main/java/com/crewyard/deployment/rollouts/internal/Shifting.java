package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.ArrayList;
import java.util.List;

/** Gives the new slot the share of this step, and lets the old one finish what it began once it has none. */
final class Shifting implements Step {

    @Override
    public Outcome run(Situation situation) {
        situation.target().router().apply(table(situation));
        Rollout rollout = situation.rollout();
        int weight = Strategies.weight(rollout.strategy(), situation.release().configuration(), rollout.step());
        if (situation.isLastStep() && situation.from().isPresent()) {
            rollout.fromSlot()
                    .ifPresent(slot -> situation
                            .target()
                            .router()
                            .drain(slot, Ending.drain(situation.from().get())));
        }
        return new Outcome.Done(
                rollout.strategy() == Strategy.ROLLING
                        ? "batch %d of %d takes requests".formatted(rollout.step() + 1, situation.lastStep() + 1)
                        : "%s has %d %% of the traffic".formatted(rollout.slot(), weight));
    }

    static RoutingTable table(Situation situation) {
        Rollout rollout = situation.rollout();
        Configuration configuration = situation.release().configuration();
        List<Instance> instances = situation.target().instances();
        int weight = Strategies.weight(rollout.strategy(), configuration, rollout.step());
        int replaced = (rollout.step() + 1) * configuration.rollout().batch();
        boolean mixed = rollout.strategy() == Strategy.ROLLING && !situation.isLastStep();
        List<Traffic.Part> parts = new ArrayList<>(
                List.of(new Traffic.Part(rollout.slot(), mixed ? shareOfNew(situation, replaced) : weight, _ -> true)));
        rollout.fromSlot()
                .ifPresent(slot -> parts.add(new Traffic.Part(
                        slot,
                        mixed ? Share.WHOLE - shareOfNew(situation, replaced) : Share.WHOLE - weight,
                        instance -> !mixed || SlotInstances.ordinal(instance) > replaced)));
        Configuration serving = situation.isLastStep()
                ? configuration
                : situation.from().map(from -> from.configuration()).orElse(configuration);
        return Traffic.table(situation.tableVersion(), serving, instances, parts);
    }

    /** In a rolling release each instance counts the same, new or old. */
    private static int shareOfNew(Situation situation, int replaced) {
        int all = situation.release().configuration().services().values().stream()
                .mapToInt(Configuration.ServiceConfiguration::replicas)
                .max()
                .orElse(1);
        return Math.clamp(Math.round(100f * replaced / all), 1, Share.WHOLE - 1);
    }
}
