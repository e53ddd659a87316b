package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.Groundwork.Ordered;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.Optional;

/** Begins rollouts of releases that were live before. */
final class RollingBack {

    private final Groundwork ground;

    RollingBack(Groundwork ground) {
        this.ground = ground;
    }

    long begin(Environment environment, Optional<Integer> to, String actor) {
        return ground.begin(() -> environment, _ -> ordered(environment, to, actor));
    }

    private Ordered ordered(Environment environment, Optional<Integer> to, String actor) {
        Slot live = ground.liveSlot(environment);
        Release target = target(environment, live, to);
        requireSchemaOf(target, environment);
        Optional<Slot> warm = ground.slots().of(environment.id()).stream()
                .filter(slot -> slot.state() == Slot.State.WARM && slot.release() == target.id())
                .findFirst();
        ground.rollouts().supersede(environment.id(), RolloutState.DONE, "rolled back by " + actor);
        Rollouts.Beginning beginning = new Rollouts.Beginning(
                environment.id(),
                target.id(),
                Optional.of(live),
                Rollout.Kind.ROLLBACK,
                warm.isPresent()
                        ? Strategy.BLUE_GREEN
                        : target.configuration().rollout().strategy(),
                warm.map(Slot::ref),
                actor,
                "");
        return new Ordered(beginning, "rollback", "to release %d".formatted(target.number()));
    }

    private void requireSchemaOf(Release target, Environment environment) {
        ground.rollouts()
                .contractedSince(environment.id())
                .filter(contracted -> contracted > target.number())
                .ifPresent(contracted -> {
                    throw RefusedException.notNow(
                            "Release %d cannot come back: release %d contracted the schema since, and dropped what the former ones need. Deploy a new release instead."
                                    .formatted(target.number(), contracted));
                });
    }

    private Release target(Environment environment, Slot live, Optional<Integer> to) {
        Release current = ground.releases().byId(live.release());
        if (to.isPresent()) {
            Release named = ground.releases()
                    .byNumber(environment, to.get())
                    .orElseThrow(() -> RefusedException.notFound(
                            "There is no release %d of %s.".formatted(to.get(), environment.ref())));
            if (named.id() == current.id()) {
                throw RefusedException.notNow("Release %d is live already.".formatted(named.number()));
            }
            return named;
        }
        return ground.rollouts()
                .liveBefore(environment.id(), current.number())
                .map(ground.releases()::byId)
                .orElseThrow(() -> RefusedException.notNow(
                        "No release was live in %s before release %d.".formatted(environment.ref(), current.number())));
    }
}
