package com.crewyard.deployment.engine;

import com.crewyard.deployment.approvals.Approvals;
import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.Groundwork.Ordered;
import com.crewyard.deployment.plans.Outlook;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.plans.PlanText;
import com.crewyard.deployment.plans.Planner;
import com.crewyard.deployment.releases.Composer;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Plans releases from app specs and begins to roll them out. */
final class Deploying {

    private final Groundwork ground;
    private final Outlooks outlooks;

    Deploying(Groundwork ground) {
        this.ground = ground;
        this.outlooks = new Outlooks(ground);
    }

    Plan plan(DeployRequest request) {
        return prepared(request).plan();
    }

    long deploy(DeployRequest request) {
        Prepared prepared = prepared(request);
        requireNoFreeze(request);
        request.approve().filter(hash -> !hash.equals(prepared.plan().hash())).ifPresent(hash -> {
            throw RefusedException.notNow(
                    "Plan %s was approved, and the plan is %s by now; look at it and approve that one."
                            .formatted(hash, prepared.plan().hash()));
        });
        Optional<Long> approval = ground.approvals()
                .require(new Approvals.Wish(
                        prepared.ref(), prepared.plan().hash(), PlanText.of(prepared.plan()), request.actor()));
        Target target = prepared.target();
        Map<String, String> wanted = new TreeMap<>(prepared.secrets());
        wanted.putAll(ground.secrets().values(prepared.ref(), prepared.named()));
        if (!wanted.isEmpty()) {
            target.prepare(ground.fence());
            target.secrets(wanted);
        }
        return ground.inTransaction(() -> {
            long rollout = begin(prepared, request);
            approval.ifPresent(given -> ground.approvals().use(given, rollout));
            return rollout;
        });
    }

    private record Prepared(
            EnvironmentRef ref,
            Target target,
            Composer.Composed composed,
            Plan plan,
            Map<String, String> secrets,
            Set<String> named,
            Strategy strategy) {}

    private Prepared prepared(DeployRequest request) {
        EnvironmentRef ref = new EnvironmentRef(request.app().spec().app(), request.environment());
        Optional<Environment> environment = ground.environments().find(ref);
        String place = place(request, environment);
        Target target;
        Optional<Images> images;
        Set<String> known;
        try {
            target = ground.targets().of(ref, place);
            images = ground.targets().images(place);
            known = new HashSet<>(target.secretNames());
        } catch (TargetException e) {
            throw RefusedException.notNow(String.valueOf(e.getMessage()));
        }
        known.addAll(request.secrets().keySet());
        known.addAll(ground.secrets().names(ref));
        Composer.Composed composed =
                new Composer(request.app(), request.environment(), request.images(), known, images).compose();
        Configuration wanted = composed.configuration();
        Outlook outlook = outlooks.of(wanted, environment, target);
        Plan plan = Planner.plan(composed, outlook);
        Map<String, String> secrets = new TreeMap<>(request.secrets());
        Set<String> named = new HashSet<>();
        wanted.services().values().forEach(service -> named.addAll(service.secrets()));
        secrets.keySet().retainAll(named);
        return new Prepared(
                ref,
                target,
                composed,
                plan,
                secrets,
                named,
                Planner.strategy(wanted, outlook.live().isPresent()));
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
        return ground.begin(
                () -> ground.environments()
                        .ensure(
                                prepared.ref(),
                                prepared.composed().configuration().target()),
                environment -> {
                    Release release = ground.releases()
                            .create(
                                    environment,
                                    prepared.composed().configuration(),
                                    request.actor(),
                                    request.reason());
                    ground.outbox()
                            .subscribe(
                                    environment,
                                    request.app()
                                            .environment(request.environment())
                                            .notifications());
                    String plan = prepared.plan().hash();
                    return new Ordered(
                            new Rollouts.Beginning(
                                    environment.id(),
                                    release.id(),
                                    ground.slots().live(environment.id()),
                                    Rollout.Kind.DEPLOY,
                                    prepared.strategy(),
                                    Optional.empty(),
                                    request.actor(),
                                    plan),
                            "deploy",
                            "release %d, plan %s".formatted(release.number(), plan));
                });
    }

    private void requireNoFreeze(DeployRequest request) {
        Instant now = ground.clock().instant();
        Optional<AppSpec.Freeze> freeze = request.app().spec().rollout().freeze().stream()
                .filter(window -> window.covers(now))
                .findFirst();
        if (freeze.isPresent() && !request.duringFreeze()) {
            throw RefusedException.notNow(
                    "Nothing is deployed from %s; wait, or say --during-freeze.".formatted(freeze.get()));
        }
    }
}
