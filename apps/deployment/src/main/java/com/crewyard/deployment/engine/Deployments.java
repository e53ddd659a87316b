package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.plans.Planner;
import com.crewyard.deployment.releases.Composer;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutEngine;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Does everything that can be done with environments; commands, pages and the API call the same. */
public final class Deployments implements Operations {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Environments environments;
    private final Releases releases;
    private final Rollouts rollouts;
    private final Slots slots;
    private final Targets targets;
    private final RolloutEngine engine;
    private final Clock clock;

    Deployments(JdbcClient jdbc, TransactionTemplate transaction, Targets targets, RolloutEngine engine, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.environments = new Environments(jdbc);
        this.releases = new Releases(jdbc);
        this.rollouts = new Rollouts(jdbc);
        this.slots = new Slots(jdbc);
        this.targets = targets;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Plan plan(DeployRequest request) {
        return prepared(request).plan();
    }

    @Override
    public long deploy(DeployRequest request) {
        Prepared prepared = prepared(request);
        requireNoFreeze(request);
        request.approve().filter(hash -> !hash.equals(prepared.plan().hash())).ifPresent(hash -> {
            throw RefusedException.notNow(
                    "Plan %s was approved, and the plan is %s by now; look at it and approve that one."
                            .formatted(hash, prepared.plan().hash()));
        });
        Target target = prepared.target();
        Map<String, String> wanted = prepared.secrets();
        if (!wanted.isEmpty()) {
            target.prepare(fence());
            target.secrets(wanted);
        }
        return begin(prepared, request);
    }

    @Override
    public long rollback(EnvironmentRef ref, Optional<Integer> to, String actor) {
        Environment environment = require(ref);
        return inTransaction(() -> {
            lock(environment);
            requireNothingMoves(environment);
            Slot live = slots.live(environment.id())
                    .orElseThrow(() -> RefusedException.notNow("No release is live in %s.".formatted(ref)));
            Release target = rollbackTarget(environment, live, to);
            rollouts.contractedSince(environment.id())
                    .filter(contracted -> contracted > target.number())
                    .ifPresent(contracted -> {
                        throw RefusedException.notNow(
                                "Release %d cannot come back: release %d contracted the schema since, and dropped what the former ones need. Deploy a new release instead."
                                        .formatted(target.number(), contracted));
                    });
            Optional<Slot> warm = slots.of(environment.id()).stream()
                    .filter(slot -> slot.state() == Slot.State.WARM && slot.release() == target.id())
                    .findFirst();
            rollouts.supersede(environment.id(), RolloutState.DONE, "rolled back by " + actor);
            Rollout rollout = rollouts.begin(new Rollouts.Beginning(
                    environment.id(),
                    target.id(),
                    Optional.of(live),
                    Rollout.Kind.ROLLBACK,
                    warm.isPresent()
                            ? Strategy.BLUE_GREEN
                            : target.configuration().rollout().strategy(),
                    warm.map(Slot::ref),
                    actor,
                    ""));
            audit(environment, actor, "rollback", "to release %d".formatted(target.number()));
            engine.enqueue(rollout.id(), rollout.seq());
            return rollout.id();
        });
    }

    @Override
    public List<Drift> drift(EnvironmentRef ref) {
        Environment environment = require(ref);
        requireNothingMoves(environment);
        return drifts(environment).all(views().addresses(live(environment).configuration()));
    }

    @Override
    public long repair(EnvironmentRef ref, String actor) {
        List<Drift> found = drift(ref);
        if (found.isEmpty()) {
            throw RefusedException.notNow("%s is as it should be; there is nothing to repair.".formatted(ref));
        }
        Environment environment = require(ref);
        return inTransaction(() -> {
            lock(environment);
            requireNothingMoves(environment);
            Slot live = slots.live(environment.id()).orElseThrow();
            long fence = fence();
            Target target = target(environment);
            target.prepare(fence);
            target.stop(
                    drifts(environment).surplus().stream().map(Instance::name).toList(), fence);
            Rollout rollout = rollouts.begin(new Rollouts.Beginning(
                    environment.id(),
                    live.release(),
                    Optional.of(live),
                    Rollout.Kind.REPAIR,
                    releases.byId(live.release()).configuration().rollout().strategy() == Strategy.RECREATE
                            ? Strategy.RECREATE
                            : Strategy.BLUE_GREEN,
                    Optional.empty(),
                    actor,
                    ""));
            audit(
                    environment,
                    actor,
                    "repair",
                    found.stream().map(Drift::finding).collect(Collectors.joining(" ")));
            engine.enqueue(rollout.id(), rollout.seq());
            return rollout.id();
        });
    }

    private Drifts drifts(Environment environment) {
        Target target = target(environment);
        return new Drifts(slots.of(environment.id()), releases::byId, target.exists() ? target.instances() : List.of());
    }

    @Override
    public void pause(EnvironmentRef ref, String actor) {
        Rollout rollout = moving(ref);
        rollouts.pause(rollout, true);
        audit(require(ref), actor, "pause", "rollout " + rollout.id());
    }

    @Override
    public void resume(EnvironmentRef ref, String actor) {
        Rollout rollout = moving(ref);
        rollouts.pause(rollout, false);
        engine.hurry(rollout.id());
        audit(require(ref), actor, "resume", "rollout " + rollout.id());
    }

    @Override
    public void request(EnvironmentRef ref, Rollout.Request request, String actor) {
        Rollout rollout = moving(ref);
        rollouts.request(rollout, request, actor);
        engine.hurry(rollout.id());
        audit(require(ref), actor, request.name().toLowerCase(java.util.Locale.ROOT), "rollout " + rollout.id());
    }

    /**
     * Runs a command in the environment, as an instance of the live release would be run, and returns how it ended.
     *
     * @param output hears what it says
     * @throws RefusedException when nothing is live there
     */
    public JobStatus run(EnvironmentRef ref, RunRequest request, Consumer<byte[]> output) throws InterruptedException {
        Environment environment = require(ref);
        Release live = live(environment);
        Target target = target(environment);
        target.prepare(fence());
        RunningOnce once = new RunningOnce(target, live);
        JobSpec job = once.job(request, "run-" + UUID.randomUUID());
        audit(environment, request.actor(), "run", String.join(" ", request.command()));
        return once.follow(job, this::fence, output);
    }

    /**
     * Starts a command in the environment as {@link #run} does, unless one was started by the same id, and tells how far it
     * is.
     *
     * @throws RefusedException when nothing is live there
     */
    public JobStatus job(EnvironmentRef ref, RunRequest request, String id) {
        Environment environment = require(ref);
        Target target = target(environment);
        long fence = fence();
        target.prepare(fence);
        return target.job(new RunningOnce(target, live(environment)).job(request, id), fence);
    }

    /** What such a command said from a position on. */
    public JobOutput jobOutput(EnvironmentRef ref, String id, long from) {
        return target(ref).jobOutput(id, from);
    }

    private Release live(Environment environment) {
        return slots.live(environment.id())
                .map(slot -> releases.byId(slot.release()))
                .orElseThrow(() -> RefusedException.notNow("No release is live in %s.".formatted(environment.ref())));
    }

    @Override
    public Destroyed destroy(EnvironmentRef ref, String actor, boolean withData) {
        Optional<Environment> environment = environments.find(ref);
        Target target = targets.of(ref, environments.latestTarget(ref).orElse(Targets.PROCESS));
        environment.ifPresent(found -> inTransaction(() -> {
            lock(found);
            rollouts.supersede(found.id(), RolloutState.ROLLED_BACK, "destroyed by " + actor);
            audit(found, actor, "destroy", withData ? "with its data" : "");
            return true;
        }));
        boolean there = target.exists();
        target.destroy(fence());
        environment.ifPresent(environments::destroyed);
        boolean hadData = target.data().isPresent();
        if (withData) {
            target.deleteData();
        }
        return new Destroyed(there || environment.isPresent() || withData && hadData, target.data());
    }

    @Override
    public Optional<EnvironmentStatus> status(EnvironmentRef ref) {
        return environments.find(ref).map(environment -> views().status(environment));
    }

    @Override
    public List<EnvironmentStatus> statuses() {
        return environments.all().stream()
                .map(environment -> views().status(environment))
                .toList();
    }

    @Override
    public List<ReleaseLine> releases(EnvironmentRef ref, int count) {
        return views().releases(require(ref), count);
    }

    @Override
    public RolloutDetails rollout(long id) {
        return histories().rollout(id);
    }

    @Override
    public List<EnvironmentStatus.RolloutStatus> rollouts(EnvironmentRef ref, int count) {
        return histories().rollouts(require(ref), count);
    }

    @Override
    public LogReader logs(EnvironmentRef ref) {
        Target target = target(ref);
        return new LogReader() {
            @Override
            public List<LogLine> last(Optional<String> service, int lines) {
                return target.logs(service, Optional.empty(), lines);
            }

            @Override
            public LogPage since(Optional<String> service, Map<String, Long> cursor) {
                return target.logsSince(service, cursor);
            }
        };
    }

    @Override
    public List<AuditLine> audit(AuditQuery query) {
        return histories().audit(query);
    }

    /** The place an environment is in. */
    public Target target(EnvironmentRef ref) {
        return target(require(ref));
    }

    private Target target(Environment environment) {
        return targets.of(environment.ref(), environment.target());
    }

    /** Whether work is under way that an engine had better not leave. */
    boolean isBusy() {
        return rollouts.allOpen().stream()
                .anyMatch(rollout -> rollout.state() != RolloutState.LIVE && !rollout.paused()
                        || rollout.state() == RolloutState.LIVE
                                && rollout.windowEndsAt()
                                        .filter(ends -> ends.isAfter(clock.instant()))
                                        .isEmpty());
    }

    /** Has each environment's keeper wake an engine when its window closes, and not before. */
    void setAlarms() {
        for (Environment environment : environments.all()) {
            Optional<Instant> next = rollouts.open(environment.id()).stream()
                    .flatMap(rollout -> rollout.windowEndsAt().stream())
                    .min(Instant::compareTo);
            Target target = target(environment);
            if (target.exists()) {
                target.prepare(fence());
                target.wakeEngine(next);
            }
        }
    }

    private record Prepared(
            EnvironmentRef ref,
            Target target,
            Composer.Composed composed,
            Plan plan,
            Map<String, String> secrets,
            Strategy strategy) {}

    private Prepared prepared(DeployRequest request) {
        EnvironmentRef ref = new EnvironmentRef(request.app().spec().app(), request.environment());
        Optional<Environment> environment = environments.find(ref);
        String place = place(request, environment);
        Target target;
        Optional<Images> images;
        Set<String> known;
        try {
            target = targets.of(ref, place);
            images = targets.images(place);
            known = new HashSet<>(target.secretNames());
        } catch (TargetException e) {
            throw RefusedException.notNow(String.valueOf(e.getMessage()));
        }
        known.addAll(request.secrets().keySet());
        Composer.Composed composed =
                new Composer(request.app(), request.environment(), request.images(), known, images).compose();
        Optional<Release> live =
                environment.flatMap(found -> slots.live(found.id())).map(slot -> releases.byId(slot.release()));
        Plan plan = Planner.plan(
                composed.configuration(),
                environment.map(releases::nextNumber).orElse(1),
                live,
                environment.flatMap(this::lastStart),
                composed.notes());
        Map<String, String> secrets = new java.util.TreeMap<>(request.secrets());
        Set<String> named = new HashSet<>();
        composed.configuration().services().values().forEach(service -> named.addAll(service.secrets()));
        secrets.keySet().retainAll(named);
        return new Prepared(
                ref, target, composed, plan, secrets, Planner.strategy(composed.configuration(), live.isPresent()));
    }

    private static String place(DeployRequest request, Optional<Environment> environment) {
        AppSpec.Environment wanted = request.app().environment(request.environment());
        if (!Targets.has(wanted.target())) {
            throw RefusedException.input(
                    "Environment %s is of target %s, which this engine does not deploy to yet; ./crewyard generate writes its files."
                            .formatted(request.environment(), wanted.target()));
        }
        String place = place(wanted);
        environment.filter(found -> !Targets.isSame(found.target(), place)).ifPresent(found -> {
            throw RefusedException.notNow(
                    "Environment %s runs on the target %s, and the app spec asks for %s; destroy it first, or give the other one a name of its own."
                            .formatted(request.environment(), Targets.called(found.target()), Targets.called(place)));
        });
        return place;
    }

    private static String place(AppSpec.Environment wanted) {
        try {
            return Targets.place(wanted);
        } catch (IllegalArgumentException e) {
            throw RefusedException.input(String.valueOf(e.getMessage()));
        }
    }

    private long begin(Prepared prepared, DeployRequest request) {
        return inTransaction(() -> {
            Environment environment = environments.ensure(
                    prepared.ref(), prepared.composed().configuration().target());
            lock(environment);
            requireNothingMoves(environment);
            Release release = releases.create(
                    environment, prepared.composed().configuration(), request.actor(), request.reason());
            Optional<Slot> live = slots.live(environment.id());
            Rollout rollout = rollouts.begin(new Rollouts.Beginning(
                    environment.id(),
                    release.id(),
                    live,
                    Rollout.Kind.DEPLOY,
                    prepared.strategy(),
                    Optional.empty(),
                    request.actor(),
                    prepared.plan().hash()));
            audit(
                    environment,
                    request.actor(),
                    "deploy",
                    "release %d, plan %s"
                            .formatted(release.number(), prepared.plan().hash()));
            engine.enqueue(rollout.id(), rollout.seq());
            return rollout.id();
        });
    }

    private void requireNoFreeze(DeployRequest request) {
        Instant now = clock.instant();
        Optional<AppSpec.Freeze> freeze = request.app().spec().rollout().freeze().stream()
                .filter(window -> window.covers(now))
                .findFirst();
        if (freeze.isPresent() && !request.duringFreeze()) {
            throw RefusedException.notNow(
                    "Nothing is deployed from %s; wait, or say --during-freeze.".formatted(freeze.get()));
        }
    }

    private void requireNothingMoves(Environment environment) {
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

    private Release rollbackTarget(Environment environment, Slot live, Optional<Integer> to) {
        Release current = releases.byId(live.release());
        if (to.isPresent()) {
            Release named = releases.byNumber(environment, to.get())
                    .orElseThrow(() -> RefusedException.notFound(
                            "There is no release %d of %s.".formatted(to.get(), environment.ref())));
            if (named.id() == current.id()) {
                throw RefusedException.notNow("Release %d is live already.".formatted(named.number()));
            }
            return named;
        }
        return rollouts.liveBefore(environment.id(), current.number())
                .map(releases::byId)
                .orElseThrow(() -> RefusedException.notNow(
                        "No release was live in %s before release %d.".formatted(environment.ref(), current.number())));
    }

    private Rollout moving(EnvironmentRef ref) {
        return rollouts.open(require(ref).id()).stream()
                .filter(rollout -> rollout.state().isMoving())
                .findFirst()
                .orElseThrow(() -> RefusedException.notNow("No rollout is on its way in %s.".formatted(ref)));
    }

    private Environment require(EnvironmentRef ref) {
        return environments
                .find(ref)
                .orElseThrow(() -> RefusedException.notFound("Nothing was deployed to %s yet.".formatted(ref)));
    }

    private Optional<Duration> lastStart(Environment environment) {
        return rollouts.latest(environment.id()).flatMap(rollout -> {
            List<Transition> history = rollouts.history(rollout.id());
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

    private StatusViews views() {
        return new StatusViews(releases, rollouts, slots, targets);
    }

    private Histories histories() {
        return new Histories(jdbc, release -> views().addresses(release.configuration()), clock);
    }

    private void audit(Environment environment, String actor, String action, String details) {
        jdbc.sql("insert into deploy.audit (environment, actor, action, details) values (?, ?, ?, ?)")
                .params(environment.id(), actor, action, details)
                .update();
    }

    private void lock(Environment environment) {
        jdbc.sql("select id from deploy.environment where id = ? for update")
                .param(environment.id())
                .query(Long.class)
                .single();
    }

    /** A higher one than any before. */
    long fence() {
        return jdbc.sql("select nextval('deploy.fence')").query(Long.class).single();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
