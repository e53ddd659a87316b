package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.catalog.Spoken;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.rollouts.CanaryRecords;
import com.crewyard.deployment.rollouts.CanaryVerdict;
import com.crewyard.deployment.rollouts.Loss;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.hosting.spec.AppSpec.Analysis;
import java.time.Duration;
import java.util.Optional;

/**
 * Watches a canary for the time of its step. Instances that end by themselves take it back at once; so do answers that fail,
 * unless the app spec asks for statistics, which decide when the step ends.
 */
final class Baking implements Step {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final long LEAST_REQUESTS = 20;
    private static final double MOST_FAILURES = 0.05;

    private final CanaryJudge judge;

    Baking(CanaryRecords records) {
        this.judge = new CanaryJudge(records);
    }

    @Override
    public Outcome run(Situation situation) {
        Rollout rollout = situation.rollout();
        Optional<String> trouble = trouble(situation);
        if (trouble.isPresent()) {
            return new Outcome.Failed(trouble.get());
        }
        Duration pause = situation.release().configuration().rollout().pause();
        Optional<Analysis> analysis =
                situation.release().configuration().rollout().analysis();
        if (analysis.isPresent()) {
            judge.watch(situation);
        }
        boolean over =
                !rollout.stateSince().plus(pause).isAfter(situation.clock().instant());
        if (!over) {
            return new Outcome.Later(LOOK_EVERY);
        }
        return analysis.isPresent() && rollout.fromSlot().isPresent()
                ? decided(
                        situation,
                        analysis.get(),
                        judge.judge(
                                situation, analysis.get(), rollout.fromSlot().get()))
                : new Outcome.Done("%s went well for %s".formatted(rollout.slot(), Spoken.of(pause)));
    }

    private Outcome decided(Situation situation, Analysis analysis, CanaryVerdict verdict) {
        String looked = "look %d of %d".formatted(verdict.look(), verdict.looks());
        String reasons = String.join(" ", verdict.reasons());
        return switch (verdict.outcome()) {
            case PASS ->
                new Outcome.Done("%s: %s passes. %s"
                        .formatted(looked, situation.rollout().slot(), reasons));
            case FAIL -> new Outcome.Failed("The canary is worse, by %s: %s".formatted(looked, reasons));
            case INSUFFICIENT -> {
                if (verdict.look() < verdict.looks()) {
                    yield new Outcome.Done("%s: undecided. %s".formatted(looked, reasons));
                }
                if (analysis.undecided() == Analysis.Undecided.HOLD) {
                    yield new Outcome.Held(reasons);
                }
                yield new Outcome.Failed(
                        "That the canary is no worse could not be shown, by %s: %s".formatted(looked, reasons));
            }
        };
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
        if (situation.release().configuration().rollout().analysis().isPresent()) {
            return Optional.empty();
        }
        Counters now = situation.target().router().counters();
        Counters before = rollout.countersBefore()
                .map(text -> CanonicalJson.read(text, Counters.class))
                .orElse(now);
        SlotRef slot = situation.watched();
        Loss loss = Loss.between(before.of(slot), now.of(slot), Optional.empty());
        long bad = loss.failed() + loss.serverErrors();
        return loss.requests() >= LEAST_REQUESTS && bad > loss.requests() * MOST_FAILURES
                ? Optional.of("%d of %d requests to %s failed, which is more than 5 %%."
                        .formatted(bad, loss.requests(), slot))
                : Optional.empty();
    }
}
