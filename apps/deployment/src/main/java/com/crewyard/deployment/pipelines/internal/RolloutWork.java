package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.Deployments;
import com.crewyard.deployment.engine.PreviewOperations;
import com.crewyard.deployment.engine.PreviewOrder;
import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys, and follows the rollout. That it began and that we know of it commit together, so there is one only. */
record RolloutWork(
        Deployments deployments, Stages stages, TransactionTemplate transaction, ToLongFunction<Situation> begin)
        implements StageWork {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** Of a release in an environment. */
    static RolloutWork of(Deployments deployments, Stages stages, TransactionTemplate transaction, Work.Rollout work) {
        return new RolloutWork(
                deployments, stages, transaction, situation -> deployments.deploy(request(situation, work)));
    }

    /** Of a release in a pull request's environment. */
    static RolloutWork of(
            Deployments deployments,
            PreviewOperations previews,
            Stages stages,
            TransactionTemplate transaction,
            Work.Preview work) {
        return new RolloutWork(
                deployments,
                stages,
                transaction,
                situation -> previews.create(order(situation, work)).rollout());
    }

    @Override
    public Outcome look(Situation situation) {
        if (situation.row().handle().isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                long rollout = begin.applyAsLong(situation);
                if (!stages.handle(situation.row(), String.valueOf(rollout))) {
                    throw RefusedException.notNow("Another engine works on it.");
                }
            });
            return situation.lookAgain();
        }
        RolloutDetails rollout = rollout(situation);
        Optional<DeployResult> result = rollout.result();
        if (result.isEmpty()) {
            stages.note(situation.row(), rollout.status().trouble().orElse(rollout.activity()));
            return situation.lookAgain();
        }
        return switch (result.get()) {
            case DeployResult.Live live ->
                new Outcome.Passed(
                        "release %d is live in %s".formatted(live.release(), rollout.environment()),
                        output(rollout, live));
            case DeployResult.RolledBack back ->
                new Outcome.Failed("Release %d was rolled back: %s".formatted(back.release(), back.reason()));
        };
    }

    /** A rollout under way goes back, and is waited for. */
    @Override
    public Outcome cancel(Situation situation) throws InterruptedException {
        if (situation.row().handle().isEmpty()) {
            return StageWork.super.cancel(situation);
        }
        return goBack(situation).orElseGet(() -> {
            Optional<DeployResult> result = rollout(situation).result();
            return result.isEmpty()
                    ? situation.lookAgain()
                    : new Outcome.Cancelled(
                            result.get() instanceof DeployResult.Live live
                                    ? "release %d was live already".formatted(live.release())
                                    : "release %d was rolled back"
                                            .formatted(result.get().release()));
        });
    }

    @Override
    public Outcome giveUp(Situation situation) throws InterruptedException {
        return situation.row().handle().isEmpty()
                ? StageWork.super.giveUp(situation)
                : goBack(situation).orElseGet(() -> look(situation));
    }

    private Optional<Outcome> goBack(Situation situation) {
        RolloutDetails rollout = rollout(situation);
        if (rollout.result().isPresent() || rollout.status().state().startsWith("re")) {
            return Optional.empty();
        }
        deployments.request(
                new EnvironmentRef(rollout.application(), rollout.environment()),
                Rollout.Request.ABORT,
                situation.run().cancelledBy().orElse(situation.title()));
        return Optional.of(situation.lookAgain());
    }

    private RolloutDetails rollout(Situation situation) {
        return deployments.rollout(Long.parseLong(situation.row().handle().orElseThrow()));
    }

    private static DeployRequest request(Situation situation, Work.Rollout work) {
        AppFile app = situation.app(work.app());
        return new DeployRequest(
                app,
                situation.fill(work.environment()),
                situation.fill(work.images()),
                Optional.empty(),
                situation.run().actor(),
                situation.title(),
                System.getenv(),
                work.duringFreeze());
    }

    private static PreviewOrder order(Situation situation, Work.Preview work) {
        Map<String, String> facts = situation.run().facts();
        String number = situation.fill(work.number());
        if (!NUMBER.matcher(number).matches()) {
            throw RefusedException.input(
                    "preview is \"%s\", which is no number of a pull request; use ${trigger.number}."
                            .formatted(number));
        }
        return new PreviewOrder(
                situation.app(work.app()),
                Integer.parseInt(number),
                situation.fill(work.images()),
                facts.getOrDefault("branch", ""),
                facts.getOrDefault("commit", ""),
                situation.run().actor(),
                System.getenv());
    }

    private static Map<String, String> output(RolloutDetails rollout, DeployResult.Live live) {
        Map<String, String> output = new TreeMap<>();
        output.put("release", String.valueOf(live.release()));
        output.put("environment", rollout.environment());
        live.addresses().forEach((service, address) -> output.put("address_" + service, address));
        return output;
    }
}
