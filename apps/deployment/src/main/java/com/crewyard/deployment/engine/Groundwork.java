package com.crewyard.deployment.engine;

import com.crewyard.deployment.approvals.Approvals;
import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.notifications.Outbox;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutEngine;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.secrets.Secrets;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.Targets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What everything that is done with environments stands on: the records, the places, and what each act has to keep to. */
record Groundwork(
        JdbcClient jdbc,
        TransactionTemplate transaction,
        Environments environments,
        Releases releases,
        Rollouts rollouts,
        Slots slots,
        Targets targets,
        RolloutEngine engine,
        Approvals approvals,
        Outbox outbox,
        Secrets secrets,
        Audit audit,
        Clock clock) {

    static Groundwork of(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Targets targets,
            RolloutEngine engine,
            Secrets secrets,
            Clock clock) {
        return new Groundwork(
                jdbc,
                transaction,
                new Environments(jdbc),
                new Releases(jdbc),
                new Rollouts(jdbc),
                new Slots(jdbc),
                targets,
                engine,
                new Approvals(jdbc, Objects.requireNonNull(transaction.getTransactionManager()), clock),
                new Outbox(jdbc, clock),
                secrets,
                new Audit(jdbc),
                clock);
    }

    /** @throws RefusedException when it is not there */
    Environment require(EnvironmentRef ref) {
        return environments.require(ref);
    }

    Target target(Environment environment) {
        return targets.of(environment.ref(), environment.target());
    }

    /** What is found there; nothing where nothing is. */
    static List<Instance> instances(Target target) {
        return target.exists() ? target.instances() : List.of();
    }

    /** @throws RefusedException when nothing is live */
    Slot liveSlot(Environment environment) {
        return slots.live(environment.id())
                .orElseThrow(() -> RefusedException.notNow("No release is live in %s.".formatted(environment.ref())));
    }

    /** @throws RefusedException when nothing is live */
    Release live(Environment environment) {
        return releases.byId(liveSlot(environment).release());
    }

    /**
     * Begins a rollout and has it taken up, in one transaction in which nobody else begins another there.
     *
     * @param place finds or makes the environment, within the transaction
     * @param wanted decides what it is, once nothing moves there any more
     * @return its id
     */
    long begin(Supplier<Environment> place, Function<Environment, Ordered> wanted) {
        return inTransaction(() -> {
            Environment environment = place.get();
            lock(environment);
            requireNothingMoves(environment);
            Ordered ordered = wanted.apply(environment);
            Rollout rollout = rollouts.begin(ordered.beginning());
            audit.write(environment, ordered.beginning().actor(), ordered.action(), ordered.details());
            engine.enqueue(rollout.id(), rollout.seq());
            return rollout.id();
        });
    }

    /**
     * A rollout that was asked for.
     *
     * @param action as the audit names it
     */
    record Ordered(Rollouts.Beginning beginning, String action, String details) {}

    /** @throws RefusedException while a release is on its way there */
    void requireNothingMoves(Environment environment) {
        rollouts.open(environment.id()).stream()
                .filter(open -> !open.state().isLive())
                .findFirst()
                .ifPresent(open -> {
                    throw RefusedException.notNow(
                            "Release %d is on its way to %s (%s); wait for it, or stop it with ./crewyard abort %s."
                                    .formatted(
                                            releases.byId(open.release()).number(),
                                            environment.ref().environment(),
                                            open.state().activity(),
                                            environment.ref().environment()));
                });
    }

    /** Until the transaction ends, no other act begins there. */
    void lock(Environment environment) {
        jdbc.sql("select id from deploy.environment where id = ? for update")
                .param(environment.id())
                .query(Long.class)
                .single();
    }

    /** A higher one than any before. */
    long fence() {
        return jdbc.sql("select nextval('deploy.fence')").query(Long.class).single();
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    StatusViews views() {
        return new StatusViews(this);
    }
}
