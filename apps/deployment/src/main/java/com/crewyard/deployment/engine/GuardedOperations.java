package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Optional;

/**
 * What callers of a console can do: each operation when the {@link Guard} lets them, in their own name. Pages, the API and
 * WebSockets have no other way to the engine.
 */
final class GuardedOperations implements Operations {

    private final Deployments operations;
    private final Guard guard;

    GuardedOperations(Deployments operations, Guard guard) {
        this.operations = operations;
        this.guard = guard;
    }

    @Override
    public Plan plan(DeployRequest request) {
        return operations.plan(own(request));
    }

    @Override
    public long deploy(DeployRequest request) {
        return operations.deploy(own(request));
    }

    @Override
    public long rollback(EnvironmentRef ref, Optional<Integer> to, String actor) {
        return operations.rollback(ref, to, actor(Permission.DEPLOY, ref, actor));
    }

    @Override
    public List<Drift> drift(EnvironmentRef ref) {
        view(ref);
        return operations.drift(ref);
    }

    @Override
    public long repair(EnvironmentRef ref, String actor) {
        return operations.repair(ref, actor(Permission.DEPLOY, ref, actor));
    }

    @Override
    public void pause(EnvironmentRef ref, String actor) {
        operations.pause(ref, actor(Permission.DEPLOY, ref, actor));
    }

    @Override
    public void resume(EnvironmentRef ref, String actor) {
        operations.resume(ref, actor(Permission.DEPLOY, ref, actor));
    }

    @Override
    public void request(EnvironmentRef ref, Rollout.Request request, String actor) {
        Permission permission = request == Rollout.Request.PROMOTE ? Permission.APPROVE : Permission.DEPLOY;
        operations.request(ref, request, actor(permission, ref, actor));
    }

    @Override
    public Destroyed destroy(EnvironmentRef ref, String actor, boolean withData) {
        return operations.destroy(ref, actor(Permission.ADMINISTER, ref, actor), withData);
    }

    @Override
    public Optional<EnvironmentStatus> status(EnvironmentRef ref) {
        view(ref);
        return operations.status(ref);
    }

    /** Those that the caller may see. */
    @Override
    public List<EnvironmentStatus> statuses() {
        guard.requireSomewhere(Permission.VIEW);
        return operations.statuses().stream()
                .filter(status -> guard.may(
                        Permission.VIEW, new EnvironmentRef(status.application(), status.environment()).toString()))
                .toList();
    }

    @Override
    public List<ReleaseLine> releases(EnvironmentRef ref, int count) {
        view(ref);
        return operations.releases(ref, count);
    }

    @Override
    public RolloutDetails rollout(long id) {
        guard.requireSomewhere(Permission.VIEW);
        RolloutDetails rollout = operations.rollout(id);
        guard.require(
                Permission.VIEW,
                new EnvironmentRef(rollout.application(), rollout.environment()).toString(),
                "There is no rollout %d.".formatted(id));
        return rollout;
    }

    @Override
    public List<EnvironmentStatus.RolloutStatus> rollouts(EnvironmentRef ref, int count) {
        view(ref);
        return operations.rollouts(ref, count);
    }

    @Override
    public LogReader logs(EnvironmentRef ref) {
        view(ref);
        return operations.logs(ref);
    }

    /** Of one environment to those who may see that, of an organization or of everything to those who may see all of it. */
    @Override
    public List<AuditLine> audit(AuditQuery query) {
        if (query.application().isPresent() && query.environment().isPresent()) {
            view(new EnvironmentRef(
                    query.application().get(), query.environment().get()));
        } else {
            guard.requireAnOrganization(Permission.VIEW);
        }
        return operations.audit(query, guard.sight());
    }

    private DeployRequest own(DeployRequest request) {
        EnvironmentRef ref = new EnvironmentRef(request.app().spec().app(), request.environment());
        return new DeployRequest(
                request.app(),
                request.environment(),
                request.images(),
                request.approve(),
                actor(Permission.DEPLOY, ref, request.actor()),
                request.reason(),
                request.secrets(),
                request.duringFreeze());
    }

    private void view(EnvironmentRef ref) {
        guard.require(Permission.VIEW, ref.toString());
    }

    private String actor(Permission permission, EnvironmentRef ref, String claimed) {
        return guard.require(permission, ref.toString()).actor(claimed);
    }
}
