package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Watches a canary for the time of its step: instances that end by themselves, and answers that fail. This is the rough
 * net; statistics decide finer.
 */
final class Baking implements Step {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final long LEAST_REQUESTS = 20;
    private static final double MOST_FAILURES = 0.05;

    @Override
    public Outcome run(Situation situation) {
        Rollout rollout = situation.rollout();
        Optional<String> trouble = trouble(situation);
        if (trouble.isPresent()) {
            return new Outcome.Failed(trouble.get());
        }
        Duration pause = situation.release().configuration().rollout().pause();
        boolean over =
                !rollout.stateSince().plus(pause).isAfter(situation.clock().instant());
        return over
                ? new Outcome.Done("%s went well for %s".formatted(rollout.slot(), Times.of(pause)))
                : new Outcome.Later(LOOK_EVERY);
    }

    private static Optional<String> trouble(Situation situation) {
        Rollout rollout = situation.rollout();
        Optional<Instance> ended = situation.target().instances().stream()
                .filter(instance -> instance.slot().equals(rollout.slot()) && instance.restarts() > 0)
                .findFirst();
        if (ended.isPresent()) {
            return Optional.of("%s ended by itself under traffic with %s."
                    .formatted(ended.get().name(), ended.get().last().orElse("an unknown exit code")));
        }
        Counters now = situation.target().router().counters();
        Counters before = rollout.countersBefore()
                .map(text -> CanonicalJson.read(text, Counters.class))
                .orElse(now);
        SlotRef slot = rollout.slot();
        long requests = grown(before, now, slot, InstanceCounters::requests);
        long bad = grown(before, now, slot, counted -> counted.failed() + counted.serverErrors());
        return requests >= LEAST_REQUESTS && bad > requests * MOST_FAILURES
                ? Optional.of("%d of %d requests to %s failed, which is more than 5 %%.".formatted(bad, requests, slot))
                : Optional.empty();
    }

    private static long grown(Counters before, Counters now, SlotRef slot, ToLongFunction<InstanceCounters> what) {
        return sum(now, slot, what) - sum(before, slot, what);
    }

    private static long sum(Counters counters, SlotRef slot, ToLongFunction<InstanceCounters> what) {
        return counters.instances().stream()
                .filter(counted -> counted.slot().equals(slot))
                .mapToLong(what)
                .sum();
    }
}
