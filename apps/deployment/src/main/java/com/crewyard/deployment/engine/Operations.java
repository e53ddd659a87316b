package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that can be done with environments, by whichever way: an engine in this process does it itself, a server's
 * is asked over HTTP, and both answer alike.
 *
 * <p>Every operation throws {@link RefusedException} when the request or the moment is wrong; nothing is changed then.
 */
public interface Operations {

    /** Between two looks at a rollout that is waited for. */
    long LOOK_EVERY_MILLIS = 50;

    /** What a deployment would do now. Changes nothing. */
    Plan plan(DeployRequest request);

    /** Begins a deployment and returns its rollout; {@link #await} tells how it comes out. */
    long deploy(DeployRequest request);

    /**
     * Begins to bring an earlier release back and returns the rollout.
     *
     * @param to its number; without one, the release that was live before
     */
    long rollback(EnvironmentRef ref, Optional<Integer> to, String actor);

    /**
     * What is not as the live release wants it.
     *
     * @throws RefusedException also while a release is on its way
     */
    List<Drift> drift(EnvironmentRef ref);

    /**
     * Begins to put an environment right that has drifted, and returns the rollout: what nobody wants is stopped, and the live
     * release gets new instances, which take the traffic over when they are healthy.
     *
     * @throws RefusedException also when there is nothing to repair
     */
    long repair(EnvironmentRef ref, String actor);

    /** Stops a rollout where it is, until it is resumed; traffic stays as it is. */
    void pause(EnvironmentRef ref, String actor);

    void resume(EnvironmentRef ref, String actor);

    /** Has a rollout go back, or go on with all the traffic at once. */
    void request(EnvironmentRef ref, Rollout.Request request, String actor);

    /**
     * Ends everything of an environment. What is already gone is no problem.
     *
     * @param withData whether its own databases are deleted too; otherwise the next deployment finds them
     */
    Destroyed destroy(EnvironmentRef ref, String actor, boolean withData);

    Optional<EnvironmentStatus> status(EnvironmentRef ref);

    List<EnvironmentStatus> statuses();

    /** The latest first. */
    List<ReleaseLine> releases(EnvironmentRef ref, int count);

    /** One rollout with its history. */
    RolloutDetails rollout(long id);

    /** An environment's rollouts, the latest first. */
    List<EnvironmentStatus.RolloutStatus> rollouts(EnvironmentRef ref, int count);

    LogReader logs(EnvironmentRef ref);

    /** Who did what, the latest first. */
    List<AuditLine> audit(AuditQuery query);

    /** Waits until a rollout is live or back; each transition is told as it happens. */
    default DeployResult await(long id, Consumer<Transition> progress) throws InterruptedException {
        int told = 0;
        Optional<String> trouble = Optional.empty();
        while (true) {
            RolloutDetails rollout = rollout(id);
            List<RolloutDetails.Step> history = rollout.history();
            for (RolloutDetails.Step step : history.subList(Math.min(told, history.size()), history.size())) {
                progress.accept(new Transition(
                        id, step.seq(), state(step.from()), state(step.to()), step.step(), step.note(), step.at()));
            }
            told = history.size();
            if (!rollout.status().trouble().equals(trouble)) {
                trouble = rollout.status().trouble();
                trouble.ifPresent(reason -> progress.accept(again(id, rollout, reason)));
            }
            Optional<DeployResult> result = rollout.result();
            if (result.isPresent()) {
                return result.get();
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** A state that does not get on leads to itself. */
    private static Transition again(long id, RolloutDetails rollout, String reason) {
        RolloutState state = state(rollout.status().state());
        return new Transition(
                id,
                rollout.history().size(),
                state,
                state,
                rollout.status().step(),
                "does not work yet and is tried again. " + reason,
                rollout.stateSince());
    }

    private static RolloutState state(String word) {
        return RolloutState.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
