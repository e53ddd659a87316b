package com.crewyard.deployment.engine;

import com.crewyard.deployment.engine.EnvironmentStatus.RolloutStatus;
import com.crewyard.deployment.rollouts.CanaryVerdict;
import com.crewyard.deployment.rollouts.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One rollout, with all that happened to it.
 *
 * @param slot where its instances are
 * @param fromSlot where the former release's are
 * @param schedule the shares of a canary, in percent; the last step is all of it
 * @param activity what is going on, as people read it
 * @param stateSince when its present state began
 * @param live how it came out, once the new release has all the traffic
 * @param verdicts what statistics said at the end of a canary's steps
 * @param rolledBack how it came out, once the former one has everything back
 */
public record RolloutDetails(
        String application,
        String environment,
        RolloutStatus status,
        String slot,
        Optional<String> fromSlot,
        List<Integer> schedule,
        String activity,
        String actor,
        Instant stateSince,
        List<Step> history,
        Optional<DeployResult.Live> live,
        Optional<DeployResult.RolledBack> rolledBack,
        List<CanaryVerdict> verdicts) {

    /** @param step of the strategy, from 0 */
    public record Step(int seq, String from, String to, int step, String note, Instant at) {

        static Step of(Transition transition) {
            return new Step(
                    transition.seq(),
                    word(transition.from()),
                    word(transition.to()),
                    transition.step(),
                    transition.note(),
                    transition.at());
        }
    }

    /** Empty while it moves. */
    public Optional<DeployResult> result() {
        return live.<DeployResult>map(result -> result).or(() -> rolledBack);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
