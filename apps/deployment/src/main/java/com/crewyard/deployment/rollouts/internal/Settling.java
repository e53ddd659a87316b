package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.targets.TargetException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Waits until the rollout before, whose window this one closes, has come to its end. The target is that one's meanwhile, so this one
 * does not take it.
 */
final class Settling implements Step {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration LOOK_FOR = Duration.ofSeconds(5);

    private final Rollouts rollouts;
    private final LongConsumer hurry;

    Settling(Rollouts rollouts, LongConsumer hurry) {
        this.rollouts = rollouts;
        this.hurry = hurry;
    }

    /** Looks for a while without going back to the queue. */
    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        long begun = System.nanoTime();
        while (!situation.attention().getAsBoolean() && System.nanoTime() - begun < LOOK_FOR.toNanos()) {
            List<Rollout> before = rollouts.open(situation.rollout().environment()).stream()
                    .filter(open -> open.id() < situation.rollout().id())
                    .toList();
            if (before.isEmpty()) {
                return new Outcome.Done("no window is open");
            }
            expectRescue(situation);
            for (Rollout open : before) {
                if (open.state() == RolloutState.LIVE && open.request().isEmpty()) {
                    rollouts.request(
                            open, Rollout.Request.CLOSE, situation.rollout().actor());
                    hurry.accept(open.id());
                }
            }
            Thread.sleep(LOOK_EVERY);
        }
        return new Outcome.Later(Duration.ZERO);
    }

    @Override
    public boolean takesTarget() {
        return false;
    }

    private static void expectRescue(Situation situation) {
        try {
            situation.expectRescue();
        } catch (TargetException _) {
            // A target that does not answer is put right by the rollout that is waited for.
        }
    }
}
