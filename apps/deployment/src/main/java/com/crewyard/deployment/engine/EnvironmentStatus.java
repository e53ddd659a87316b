package com.crewyard.deployment.engine;

import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.rollouts.Loss;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is where.
 *
 * @param live the number of the release that has the traffic
 * @param addresses by service, where it is found on this machine
 * @param rollout the latest one
 * @param windowEndsAt until when the former release can come back at once
 * @param attention what somebody should look at, one sentence each
 */
public record EnvironmentStatus(
        String application,
        String environment,
        String target,
        Optional<Integer> live,
        Map<String, String> addresses,
        List<SlotStatus> slots,
        Optional<RolloutStatus> rollout,
        Optional<Instant> windowEndsAt,
        List<String> attention) {

    public record SlotStatus(String slot, int release, String state, List<Instance> instances) {}

    public record RolloutStatus(
            long id,
            int release,
            Optional<Integer> from,
            String strategy,
            String kind,
            String state,
            int step,
            boolean paused,
            Optional<String> reason,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<Loss> loss,
            Optional<String> trouble) {

        static RolloutStatus of(Rollout rollout, int release, Optional<Integer> from) {
            return new RolloutStatus(
                    rollout.id(),
                    release,
                    from,
                    rollout.strategy().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    rollout.kind().name().toLowerCase(java.util.Locale.ROOT),
                    rollout.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    rollout.step(),
                    rollout.paused(),
                    rollout.reason(),
                    rollout.startedAt(),
                    rollout.endedAt(),
                    rollout.loss().map(text -> CanonicalJson.read(text, Loss.class)),
                    rollout.trouble());
        }
    }
}
