package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        return new Outcome.Done(copies(situation)
                .map(percent -> "%s gets copies of %d %% of the requests".formatted(rollout.slot(), percent))
                .orElseGet(() -> moved(rollout, situation, weight)));
    }

    private static Optional<Integer> copies(Situation situation) {
        return Strategies.copies(
                situation.rollout().strategy(),
                situation.release().configuration(),
                situation.rollout().step());
    }

    private static String moved(Rollout rollout, Situation situation, int weight) {
        boolean byHosts = rollout.strategy() == Strategy.BLUE_GREEN && situation.lastStep() > 0;
        return rollout.strategy() == Strategy.ROLLING || byHosts
                ? "batch %d of %d takes requests".formatted(rollout.step() + 1, situation.lastStep() + 1)
                : "%s has %d %% of the traffic".formatted(rollout.slot(), weight);
    }

    static RoutingTable table(Situation situation) {
        Rollout rollout = situation.rollout();
        Configuration configuration = situation.release().configuration();
        List<Instance> instances = situation.target().instances();
        int weight = Strategies.weight(rollout.strategy(), configuration, rollout.step());
        boolean mixed = Strategies.goesByBatches(rollout.strategy()) && !situation.isLastStep();
        int share = mixed ? shareOfNew(situation) : weight;
        List<Traffic.Part> parts = new ArrayList<>(List.of(new Traffic.Part(rollout.slot(), share, _ -> true)));
        rollout.fromSlot()
                .ifPresent(slot -> parts.add(new Traffic.Part(
                        slot,
                        Share.WHOLE - share,
                        instance -> !mixed
                                || !Strategies.isNew(
                                        rollout.strategy(),
                                        configuration,
                                        rollout.step(),
                                        SlotInstances.ordinal(instance)))));
        Configuration serving = situation.isLastStep()
                ? configuration
                : situation.from().map(from -> from.configuration()).orElse(configuration);
        return Traffic.table(
                situation.tableVersion(),
                serving,
                instances,
                parts,
                copies(situation).map(percent -> new Traffic.Part(rollout.slot(), percent, _ -> true)));
    }

    /** While a release takes instance after instance or host after host, each instance counts the same, new or old. */
    private static int shareOfNew(Situation situation) {
        Rollout rollout = situation.rollout();
        Configuration configuration = situation.release().configuration();
        int all = configuration.services().values().stream()
                .mapToInt(Configuration.ServiceConfiguration::replicas)
                .max()
                .orElse(1);
        long replaced = IntStream.rangeClosed(1, all)
                .filter(ordinal -> Strategies.isNew(rollout.strategy(), configuration, rollout.step(), ordinal))
                .count();
        return Math.clamp(Math.round(100f * replaced / all), 1, Share.WHOLE - 1);
    }
}
