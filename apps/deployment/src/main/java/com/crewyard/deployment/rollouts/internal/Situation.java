package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Target;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a step finds.
 *
 * @param from the release that was live when the rollout began
 * @param attention whether somebody wants something of the rollout meanwhile, so that a long wait had better end
 */
record Situation(
        Rollout rollout,
        Release release,
        Optional<Release> from,
        Target target,
        Clock clock,
        BooleanSupplier attention) {

    private static final Duration RESCUE = Duration.ofSeconds(8);

    long fence() {
        return rollout.fence();
    }

    /** Has the target look for an engine to go on with this rollout, should this one die. */
    void expectRescue() {
        target.wakeEngine(Optional.of(clock.instant().plus(RESCUE)));
    }

    /** Later decisions have higher versions, whoever makes them. */
    long tableVersion() {
        return rollout.fence();
    }

    /** Under which name the router counts what the new release is judged by. */
    SlotRef watched() {
        return rollout.strategy() == Strategy.SHADOW ? rollout.slot().copies() : rollout.slot();
    }

    int lastStep() {
        return Strategies.lastStep(rollout.strategy(), release.configuration());
    }

    boolean isLastStep() {
        return rollout.step() >= lastStep();
    }
}
