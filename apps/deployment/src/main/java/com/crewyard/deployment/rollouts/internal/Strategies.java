package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.List;
import java.util.Optional;

/** What the steps of each strategy mean, in numbers. */
final class Strategies {

    private Strategies() {}

    /** The number of the step after which the release has everything. */
    static int lastStep(Strategy strategy, Configuration configuration) {
        return switch (strategy) {
            case RECREATE -> 0;
            case BLUE_GREEN ->
                Math.ceilDiv(Targets.placement(configuration.target()).places(), Math.max(1, configuration.batch()))
                        - 1;
            case CANARY, SHADOW -> configuration.rollout().shares(strategy).size();
            case ROLLING ->
                Math.max(
                        0,
                        Math.ceilDiv(
                                        largest(configuration),
                                        configuration.rollout().batch())
                                - 1);
        };
    }

    /** The share of the new slot at a step. A rolling release shifts by instances, not by weight. */
    static int weight(Strategy strategy, Configuration configuration, int step) {
        return at(configuration.rollout().shares(strategy), step).orElse(Share.WHOLE);
    }

    /** How many percent of the requests the new slot gets copies of at a step; empty when it gets none. */
    static Optional<Integer> copies(Strategy strategy, Configuration configuration, int step) {
        return strategy == Strategy.SHADOW ? at(configuration.rollout().copied(), step) : Optional.empty();
    }

    private static Optional<Integer> at(List<Integer> steps, int step) {
        return step < steps.size() ? Optional.of(steps.get(step)) : Optional.empty();
    }

    /** Whether its steps are instances or hosts that are replaced, rather than shares of the traffic. */
    static boolean goesByBatches(Strategy strategy) {
        return strategy == Strategy.ROLLING || strategy == Strategy.BLUE_GREEN;
    }

    /**
     * Whether an instance is new at a step: a rolling release replaces some of each service, a blue-green one all of some hosts.
     *
     * @param ordinal counted from 1 within its service
     */
    static boolean isNew(Strategy strategy, Configuration configuration, int step, int ordinal) {
        return switch (strategy) {
            case ROLLING -> ordinal <= (step + 1) * configuration.rollout().batch();
            case BLUE_GREEN ->
                Targets.placement(configuration.target()).place(ordinal)
                        < (step + 1) * Math.max(1, configuration.batch());
            case RECREATE, CANARY, SHADOW -> true;
        };
    }

    private static int largest(Configuration configuration) {
        return configuration.services().values().stream()
                .mapToInt(ServiceConfiguration::replicas)
                .max()
                .orElse(1);
    }
}
