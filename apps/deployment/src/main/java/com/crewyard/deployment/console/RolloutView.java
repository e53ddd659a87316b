package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.rollouts.Loss;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rollout, as it goes.
 *
 * @param current whether it is its environment's latest, so that slots and charts are its own
 */
public record RolloutView(
        RolloutDetails rollout,
        List<RolloutPath.Station> stations,
        List<SlotView> slots,
        List<Chart> charts,
        boolean current,
        int share,
        int next) {

    private static final Set<String> MOVED =
            Set.of("live", "retiring", "contracting", "done", "rolled-back", "restoring", "reverting", "removing");
    private static final int WHOLE = 100;

    /** It can still be paused, promoted or taken back. */
    public boolean moving() {
        return !MOVED.contains(rollout.status().state());
    }

    public boolean paused() {
        return moving() && rollout.status().paused();
    }

    public boolean canary() {
        return rollout.status().strategy().equals("canary");
    }

    public String environment() {
        return "/environments/%s/%s".formatted(rollout.application(), rollout.environment());
    }

    public String title() {
        return rollout.status().kind().equals("rollback")
                ? "Back to release %d".formatted(rollout.status().release())
                : "Release %d".formatted(rollout.status().release());
    }

    /** What the promoting button says it does. */
    public String promotion() {
        return "Send %d %% → 100 %% to release %d"
                .formatted(share, rollout.status().release());
    }

    /** Why it cannot be promoted; empty when it can. */
    public String keepsFromPromotion() {
        if (!moving()) {
            return "Nothing is on its way any more.";
        }
        if (!canary()) {
            return "Only a canary goes in steps.";
        }
        return share == 0 || share == WHOLE ? "The canary is not watched yet or has everything already." : "";
    }

    public String abortion() {
        return rollout.status()
                .from()
                .map(from -> "Go back to release %d".formatted(from))
                .orElse("Stop and remove it");
    }

    /** What it cost those who use the application, once it came out. */
    public Optional<Loss> loss() {
        return rollout.live()
                .flatMap(DeployResult.Live::loss)
                .or(() -> rollout.rolledBack().flatMap(DeployResult.RolledBack::loss));
    }

    /** The headline: what is going on, or how it came out. */
    public String headline() {
        if (rollout.rolledBack().isPresent()) {
            return "Rolled back after "
                    + RolloutPath.time(java.time.Duration.ofMillis(
                            rollout.rolledBack().get().milliseconds()));
        }
        if (rollout.live().isPresent()) {
            return "Live after "
                    + RolloutPath.time(
                            java.time.Duration.ofMillis(rollout.live().get().milliseconds()));
        }
        String activity = rollout.activity().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + rollout.activity().substring(1);
        return paused() ? "Paused while " + rollout.activity() : activity;
    }

    static RolloutView of(
            RolloutDetails rollout,
            EnvironmentStatus status,
            List<RolloutPath.Station> stations,
            List<SlotView> slots,
            List<Chart> charts) {
        return new RolloutView(
                rollout,
                stations,
                slots,
                charts,
                status.rollout()
                        .filter(latest -> latest.id() == rollout.status().id())
                        .isPresent(),
                RolloutPath.share(rollout),
                RolloutPath.next(rollout));
    }
}
