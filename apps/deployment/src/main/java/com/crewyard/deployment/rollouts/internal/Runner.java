package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutFlow;
import com.crewyard.deployment.rollouts.RolloutFlow.Position;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.StaleTableException;
import com.crewyard.deployment.targets.StaleFenceException;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.Targets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the work of one state and commits what it led to together with the task that goes on from there. */
public final class Runner {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    private static final Duration WHILE_PAUSED = Duration.ofMillis(300);
    private static final Duration AFTER_LOSING = Duration.ofMillis(300);

    private final Rollouts rollouts;
    private final Releases releases;
    private final Environments environments;
    private final Targets targets;
    private final Steps steps;
    private final Announcements announcements;
    private final TransactionTemplate transaction;
    private final Queue queue;
    private final Checkpoints checkpoints;
    private final Clock clock;

    /** Where the next piece of work goes; called within the transaction that decides on it. */
    @FunctionalInterface
    public interface Queue {

        void add(long rollout, int seq);
    }

    public Runner(
            Rollouts rollouts,
            Releases releases,
            Environments environments,
            Targets targets,
            Steps steps,
            Announcements announcements,
            TransactionTemplate transaction,
            Queue queue,
            Checkpoints checkpoints,
            Clock clock) {
        this.rollouts = rollouts;
        this.releases = releases;
        this.environments = environments;
        this.targets = targets;
        this.steps = steps;
        this.announcements = announcements;
        this.transaction = transaction;
        this.queue = queue;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Does one piece of work; present when the same has to be done again after a while. */
    public Optional<Duration> work(long id, int seq) throws InterruptedException {
        Optional<Rollout> claimed = rollouts.claim(id, seq);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        Rollout rollout = claimed.get();
        String where = "%s/%d".formatted(rollout.state(), rollout.step());
        checkpoints.reached(where + " claimed");
        Situation situation = situation(rollout);
        Outcome outcome = outcome(situation);
        checkpoints.reached(where + " worked");
        Optional<Duration> again = switch (outcome) {
            case Outcome.Later(Duration after) -> Optional.of(after);
            case Outcome.Done(String note) -> move(situation, note, next(situation));
            case Outcome.Held(String why) -> hold(situation, why);
            case Outcome.Failed(String reason) -> fail(situation, reason);
        };
        checkpoints.reached(where + " committed");
        return again;
    }

    private Situation situation(Rollout rollout) {
        Release release = releases.byId(rollout.release());
        Environment environment = environments.byId(rollout.environment());
        Target target = targets.of(environment.ref(), environment.target());
        return new Situation(
                rollout,
                release,
                rollout.fromRelease().map(releases::byId),
                // A release on its way stops at a host that is lost; the way back, and what follows, is better done in
                // part.
                rollout.state().isMoving() ? target : target.sparingLost(),
                clock,
                attention(rollout));
    }

    /** Asks the database at most every quarter of a second. */
    private BooleanSupplier attention(Rollout rollout) {
        AtomicLong asked = new AtomicLong(System.nanoTime());
        return () -> {
            long now = System.nanoTime();
            if (now - asked.get() < Duration.ofMillis(250).toNanos()) {
                return false;
            }
            asked.set(now);
            Rollout current = rollouts.byId(rollout.id());
            return current.fence() != rollout.fence()
                    || rollout.state().isMoving()
                            && (current.paused() || current.request().isPresent());
        };
    }

    private Outcome outcome(Situation situation) throws InterruptedException {
        Rollout rollout = situation.rollout();
        boolean moving = rollout.state().isMoving();
        if (moving && rollout.request().equals(Optional.of(Rollout.Request.ABORT))) {
            return new Outcome.Failed(
                    "It was aborted by %s.".formatted(rollout.requestedBy().orElse("somebody")));
        }
        if (moving && rollout.paused()) {
            return new Outcome.Later(WHILE_PAUSED);
        }
        try {
            Step step = steps.of(rollout.state());
            if (step.takesTarget()) {
                situation.target().prepare(situation.fence());
                if (moving) {
                    situation.expectRescue();
                }
            }
            if (rollout.state() == RolloutState.BAKING
                    && rollout.request().equals(Optional.of(Rollout.Request.PROMOTE))) {
                return new Outcome.Done(
                        "it was promoted by " + rollout.requestedBy().orElse("somebody"));
            }
            return step.run(situation);
        } catch (StaleFenceException | StaleTableException e) {
            log.info("rollout {} is looked at anew: {}", rollout.id(), e.getMessage());
            return new Outcome.Later(AFTER_LOSING);
        } catch (TargetException | RoutingException e) {
            if (!moving) {
                rollouts.troubled(rollout, String.valueOf(e.getMessage()));
                throw e;
            }
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private Position next(Situation situation) {
        Rollout rollout = situation.rollout();
        Position at =
                rollout.state() == RolloutState.BAKING && rollout.request().equals(Optional.of(Rollout.Request.PROMOTE))
                        ? new Position(RolloutState.BAKING, situation.lastStep() - 1)
                        : rollout.position();
        return RolloutFlow.next(rollout.strategy(), at, situation.lastStep());
    }

    private Optional<Duration> hold(Situation situation, String why) {
        transaction.executeWithoutResult(_ -> {
            rollouts.pause(situation.rollout(), true);
            announcements.awaitsPromotion(situation, why);
        });
        return Optional.of(WHILE_PAUSED);
    }

    private Optional<Duration> fail(Situation situation, String reason) {
        Position to = RolloutFlow.onFailure(situation.rollout().position());
        log.warn(
                "rollout {} fails while {}: {}",
                situation.rollout().id(),
                situation.rollout().state().activity(),
                reason);
        transaction.executeWithoutResult(_ -> {
            if (rollouts.move(situation.rollout(), to, reason)) {
                rollouts.failed(situation.rollout(), reason);
                announcements.failed(situation, reason);
                queue.add(situation.rollout().id(), situation.rollout().seq() + 1);
            }
        });
        return Optional.empty();
    }

    private Optional<Duration> move(Situation situation, String note, Position to) {
        Rollout rollout = situation.rollout();
        String whole = Stream.concat(
                        Stream.of(note),
                        situation.target().lost().keySet().stream()
                                .sorted()
                                .map("%s cannot be reached and was left as it is"::formatted))
                .collect(Collectors.joining("; "));
        transaction.executeWithoutResult(_ -> {
            if (rollouts.move(rollout, to, whole)) {
                steps.of(rollout.state()).commit(situation);
                announcements.moved(situation, to);
                if (!to.state().isEnd()) {
                    queue.add(rollout.id(), rollout.seq() + 1);
                }
            }
        });
        return Optional.empty();
    }
}
