package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.Groundwork.Ordered;
import com.crewyard.deployment.notifications.News;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.targets.Target;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what runs otherwise than it should, and begins rollouts that put it right. */
final class Repairing {

    private final Groundwork ground;

    Repairing(Groundwork ground) {
        this.ground = ground;
    }

    List<Drift> drift(Environment environment) {
        ground.requireNothingMoves(environment);
        List<Drift> found = drifts(environment)
                .all(ground.views().addresses(ground.live(environment).configuration()));
        if (!found.isEmpty()) {
            News news = Drifts.news(environment, found, ground.clock().instant());
            ground.transaction().executeWithoutResult(_ -> ground.outbox().add(environment, news));
        }
        return found;
    }

    /** A rollout of the live release into a slot of its own; what nobody wants ends when that has the traffic, for it may have some. */
    long begin(Environment environment, String actor) {
        List<Drift> found = drift(environment);
        if (found.isEmpty()) {
            throw RefusedException.notNow(
                    "%s is as it should be; there is nothing to repair.".formatted(environment.ref()));
        }
        found.stream()
                .filter(drift -> drift.kind() == Drift.Kind.LOST)
                .findFirst()
                .ifPresent(lost -> {
                    throw RefusedException.notNow(lost.finding());
                });
        return ground.begin(() -> environment, _ -> {
            Slot live = ground.liveSlot(environment);
            Strategy strategy = ground.releases()
                    .byId(live.release())
                    .configuration()
                    .rollout()
                    .strategy();
            return new Ordered(
                    new Rollouts.Beginning(
                            environment.id(),
                            live.release(),
                            Optional.of(live),
                            Rollout.Kind.REPAIR,
                            strategy == Strategy.RECREATE ? Strategy.RECREATE : Strategy.BLUE_GREEN,
                            Optional.empty(),
                            actor,
                            ""),
                    "repair",
                    found.stream().map(Drift::finding).collect(Collectors.joining(" ")));
        });
    }

    private Drifts drifts(Environment environment) {
        Target target = ground.target(environment).sparingLost();
        return new Drifts(
                ground.slots().of(environment.id()),
                ground.releases()::byId,
                Groundwork.instances(target),
                new LostHosts(target));
    }
}
