package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Does everything that can be done with environments; commands, pages and the API call the same. */
public final class Deployments implements Operations {

    private final Groundwork ground;
    private final Deploying deploying;
    private final RollingBack rollingBack;
    private final Repairing repairing;

    Deployments(Groundwork ground) {
        this.ground = ground;
        this.deploying = new Deploying(ground);
        this.rollingBack = new RollingBack(ground);
        this.repairing = new Repairing(ground);
    }

    @Override
    public Plan plan(DeployRequest request) {
        return deploying.plan(request);
    }

    @Override
    public long deploy(DeployRequest request) {
        return deploying.deploy(request);
    }

    @Override
    public long rollback(EnvironmentRef ref, Optional<Integer> to, String actor) {
        return rollingBack.begin(ground.require(ref), to, actor);
    }

    @Override
    public List<Drift> drift(EnvironmentRef ref) {
        return repairing.drift(ground.require(ref));
    }

    @Override
    public long repair(EnvironmentRef ref, String actor) {
        return repairing.begin(ground.require(ref), actor);
    }

    @Override
    public void pause(EnvironmentRef ref, String actor) {
        Rollout rollout = moving(ref);
        ground.rollouts().pause(rollout, true);
        ground.audit().write(ground.require(ref), actor, "pause", "rollout " + rollout.id());
    }

    @Override
    public void resume(EnvironmentRef ref, String actor) {
        Rollout rollout = moving(ref);
        ground.rollouts().pause(rollout, false);
        ground.engine().hurry(rollout.id());
        ground.audit().write(ground.require(ref), actor, "resume", "rollout " + rollout.id());
    }

    @Override
    public void request(EnvironmentRef ref, Rollout.Request request, String actor) {
        Rollout rollout = moving(ref);
        if (request == Rollout.Request.PROMOTE) {
            ground.approvals().requireAnother(ref, rollout.actor(), actor);
        }
        ground.rollouts().request(rollout, request, actor);
        ground.engine().hurry(rollout.id());
        ground.audit()
                .write(
                        ground.require(ref),
                        actor,
                        request.name().toLowerCase(java.util.Locale.ROOT),
                        "rollout " + rollout.id());
    }

    /**
     * Runs a command in the environment, as an instance of the live release would be run, and returns how it ended.
     *
     * @param output hears what it says
     * @throws RefusedException when nothing is live there
     */
    public JobStatus run(EnvironmentRef ref, RunRequest request, Consumer<byte[]> output) throws InterruptedException {
        Environment environment = ground.require(ref);
        Release live = ground.live(environment);
        Target target = ground.target(environment);
        target.prepare(fence());
        RunningOnce once = new RunningOnce(target, live);
        JobSpec job = once.job(request, "run-" + UUID.randomUUID());
        ground.audit().write(environment, request.actor(), "run", String.join(" ", request.command()));
        return once.follow(job, this::fence, output);
    }

    /**
     * Starts a command in the environment as {@link #run} does, unless one was started by the same id, and tells how far it
     * is.
     *
     * @throws RefusedException when nothing is live there
     */
    public JobStatus job(EnvironmentRef ref, RunRequest request, String id) {
        Environment environment = ground.require(ref);
        Target target = ground.target(environment);
        long fence = fence();
        target.prepare(fence);
        return target.job(new RunningOnce(target, ground.live(environment)).job(request, id), fence);
    }

    /** What such a command said from a position on. */
    public JobOutput jobOutput(EnvironmentRef ref, String id, long from) {
        return target(ref).jobOutput(id, from);
    }

    @Override
    public Destroyed destroy(EnvironmentRef ref, String actor, boolean withData) {
        Optional<Environment> environment = ground.environments().find(ref);
        Target target =
                ground.targets().of(ref, ground.environments().latestTarget(ref).orElse(Targets.PROCESS));
        environment.ifPresent(found -> ground.inTransaction(() -> {
            ground.lock(found);
            ground.rollouts().supersede(found.id(), RolloutState.ROLLED_BACK, "destroyed by " + actor);
            ground.audit().write(found, actor, "destroy", withData ? "with its data" : "");
            return true;
        }));
        boolean there = target.exists();
        target.destroy(fence());
        environment.ifPresent(ground.environments()::destroyed);
        boolean hadData = target.data().isPresent();
        if (withData) {
            target.deleteData();
        }
        return new Destroyed(there || environment.isPresent() || withData && hadData, target.data());
    }

    @Override
    public Optional<EnvironmentStatus> status(EnvironmentRef ref) {
        return ground.environments().find(ref).map(environment -> ground.views().status(environment));
    }

    @Override
    public List<EnvironmentStatus> statuses() {
        return ground.environments().all().stream()
                .map(environment -> ground.views().status(environment))
                .toList();
    }

    @Override
    public List<ReleaseLine> releases(EnvironmentRef ref, int count) {
        return ground.views().releases(ground.require(ref), count);
    }

    @Override
    public RolloutDetails rollout(long id) {
        return histories().rollout(id);
    }

    @Override
    public List<EnvironmentStatus.RolloutStatus> rollouts(EnvironmentRef ref, int count) {
        return histories().rollouts(ground.require(ref), count);
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
        return audit(query, Sight.EVERYTHING);
    }

    /** Of what is in sight. */
    List<AuditLine> audit(AuditQuery query, Sight sight) {
        return histories().audit(query, sight);
    }

    /** The place an environment is in. */
    public Target target(EnvironmentRef ref) {
        return ground.target(ground.require(ref));
    }

    /** A higher one than any before. */
    long fence() {
        return ground.fence();
    }

    private Rollout moving(EnvironmentRef ref) {
        return ground.rollouts().open(ground.require(ref).id()).stream()
                .filter(rollout -> rollout.state().isMoving())
                .findFirst()
                .orElseThrow(() -> RefusedException.notNow("No rollout is on its way in %s.".formatted(ref)));
    }

    private Histories histories() {
        return new Histories(ground);
    }
}
