package com.crewyard.deployment.engine;

import com.crewyard.deployment.analysis.RouterMetrics.Snapshot;
import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.plans.Outlook;
import com.crewyard.deployment.plans.Planner;
import com.crewyard.deployment.plans.Requests;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.targets.Target;
import com.crewyard.hosting.costs.PriceBook;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what plans are made from. */
final class Outlooks {

    private static final Logger log = LoggerFactory.getLogger(Outlooks.class);
    private static final Counters NOTHING = new Counters(0, Duration.ZERO, 0, List.of());

    private final Groundwork ground;
    private final PriceBook prices = PriceBook.shipped();

    Outlooks(Groundwork ground) {
        this.ground = ground;
    }

    /** @param environment empty before its first release */
    Outlook of(Configuration wanted, Optional<Environment> environment, Target target) {
        Optional<Slot> live = environment.flatMap(found -> ground.slots().live(found.id()));
        return new Outlook(
                environment.map(ground.releases()::nextNumber).orElse(1),
                live.map(slot -> ground.releases().byId(slot.release())),
                environment.flatMap(this::lastStart),
                environment
                        .filter(_ -> Planner.forecasts(wanted, live.isPresent()))
                        .flatMap(found -> live.map(slot -> requests(found, slot, target))),
                prices,
                LocalDate.ofInstant(ground.clock().instant(), ZoneOffset.UTC));
    }

    /** Whatever keeps the place from answering, the plan holds without today's traffic. */
    private Requests requests(Environment environment, Slot live, Target target) {
        try {
            Counters now = target.router().counters();
            return new Requests.Counted(
                    live.ref(),
                    new Snapshot(live.since(), whenLive(environment, live)),
                    new Snapshot(ground.clock().instant(), now));
        } catch (RuntimeException e) {
            log.debug("{} has no counters", environment.ref(), e);
            return new Requests.Unknown(String.valueOf(e.getMessage()));
        }
    }

    /** A release had requests before it was live: as a canary, or the time before that it was live. */
    private Counters whenLive(Environment environment, Slot live) {
        return ground.rollouts()
                .latestLive(environment.id(), live.ref())
                .flatMap(Rollout::countersBefore)
                .map(text -> CanonicalJson.read(text, Counters.class))
                .orElse(NOTHING);
    }

    private Optional<Duration> lastStart(Environment environment) {
        return ground.rollouts().latest(environment.id()).flatMap(rollout -> {
            List<Transition> history = ground.rollouts().history(rollout.id());
            return history.stream()
                    .filter(transition -> transition.from() == RolloutState.STARTING)
                    .findFirst()
                    .flatMap(started -> history.stream()
                            .filter(transition -> transition.from() == RolloutState.CHECKING
                                    && transition.to() == RolloutState.SHIFTING)
                            .findFirst()
                            .map(checked -> Duration.between(started.at(), checked.at())));
        });
    }
}
