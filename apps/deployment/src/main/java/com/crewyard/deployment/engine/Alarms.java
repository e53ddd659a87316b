package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.Targets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has places wake an engine when something is due there, for after a command has returned nobody else does. */
final class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final Environments environments;
    private final Rollouts rollouts;
    private final Targets targets;
    private final LongSupplier fence;
    private final Function<Environment, Optional<Instant>> next;
    private final Clock clock;

    /** @param next when something beside a rollout is due in an environment */
    Alarms(
            JdbcClient jdbc,
            Targets targets,
            LongSupplier fence,
            Function<Environment, Optional<Instant>> next,
            Clock clock) {
        this.environments = new Environments(jdbc);
        this.rollouts = new Rollouts(jdbc);
        this.targets = targets;
        this.fence = fence;
        this.next = next;
        this.clock = clock;
    }

    /** Whether a rollout is under way that an engine had better not leave. */
    boolean isBusy() {
        return rollouts.allOpen().stream()
                .anyMatch(rollout -> rollout.state() != RolloutState.LIVE && !rollout.paused()
                        || rollout.state() == RolloutState.LIVE
                                && rollout.windowEndsAt()
                                        .filter(ends -> ends.isAfter(clock.instant()))
                                        .isEmpty());
    }

    /** In every place, whatever woke this engine. */
    void setAll() {
        for (Environment environment : environments.all()) {
            Target target = targets.of(environment.ref(), environment.target()).sparingLost();
            if (target.exists()) {
                target.prepare(fence.getAsLong());
                target.wakeEngine(due(environment, rollouts.open(environment.id())));
            }
        }
    }

    /** Where something beside a rollout is due, and no rollout moves, which sets its own. */
    void setOwn() {
        for (Environment environment : environments.all()) {
            List<Rollout> open = rollouts.open(environment.id());
            if (open.stream().noneMatch(rollout -> rollout.state().isMoving())
                    && next.apply(environment).isPresent()) {
                try {
                    targets.of(environment.ref(), environment.target()).wakeEngine(due(environment, open));
                } catch (TargetException e) {
                    log.warn("nobody wakes an engine for {}: {}", environment.ref(), e.getMessage());
                }
            }
        }
    }

    private Optional<Instant> due(Environment environment, List<Rollout> open) {
        return Stream.concat(
                        open.stream().flatMap(rollout -> rollout.windowEndsAt().stream()),
                        next.apply(environment).stream())
                .min(Instant::compareTo);
    }
}
