package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.routing.Share;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;

/** What the steps of each strategy mean, in numbers. */
final class Strategies {

    private Strategies() {}

    /** The number of the step after which the release has everything. */
    static int lastStep(Strategy strategy, Configuration configuration) {
        return switch (strategy) {
            case RECREATE, BLUE_GREEN -> 0;
            case CANARY -> configuration.rollout().steps().size();
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
        return strategy == Strategy.CANARY
                        && step < configuration.rollout().steps().size()
                ? configuration.rollout().steps().get(step)
                : Share.WHOLE;
    }

    /** How many of a service's instances are new at a step. */
    static int started(Strategy strategy, Configuration configuration, ServiceConfiguration service, int step) {
        return strategy == Strategy.ROLLING
                ? Math.min(
                        service.replicas(), (step + 1) * configuration.rollout().batch())
                : service.replicas();
    }

    private static int largest(Configuration configuration) {
        return configuration.services().values().stream()
                .mapToInt(ServiceConfiguration::replicas)
                .max()
                .orElse(1);
    }
}
