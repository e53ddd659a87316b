package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.engine.Deployments;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.rollouts.CanaryVerdict;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Optional;

/** Asks for the statistics' verdict on an environment's last canary; one that is not good, or none, fails. */
record VerifyCanaryWork(Deployments deployments, Work.VerifyCanary work) implements StageWork {

    @Override
    public Outcome look(Situation situation) {
        EnvironmentRef environment = situation.environment(work.app(), situation.fill(work.environment()));
        Optional<RolloutDetails> latest = deployments
                .status(environment)
                .flatMap(EnvironmentStatus::rollout)
                .map(rollout -> deployments.rollout(rollout.id()));
        if (latest.isPresent() && latest.get().result().isEmpty()) {
            return situation.lookAgain();
        }
        Optional<CanaryVerdict> verdict = latest.map(RolloutDetails::verdicts)
                .filter(verdicts -> !verdicts.isEmpty())
                .map(verdicts -> verdicts.getLast());
        if (verdict.isEmpty()) {
            return Outcome.Failed.forGood(
                    "There is no verdict on a canary of %s; its rollout needs strategy canary.".formatted(environment));
        }
        String reasons = String.join(" ", verdict.get().reasons());
        return verdict.get().outcome() == CanaryVerdict.Outcome.PASS
                ? new Outcome.Passed("the canary is as good as the release before. " + reasons)
                : Outcome.Failed.forGood("The canary's verdict is %s. %s"
                        .formatted(
                                verdict.get().outcome() == CanaryVerdict.Outcome.FAIL ? "worse" : "undecided",
                                reasons));
    }
}
