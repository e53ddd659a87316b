package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.rollouts.Loss;
import com.crewyard.web.Page;
import java.time.Duration;
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

    /** It can still be paused, promoted or taken back. */
    public boolean moving() {
        return !MOVED.contains(rollout.status().state());
    }

    public boolean paused() {
        return moving() && rollout.status().paused();
    }

    /** Whether it goes in steps that somebody may cut short. */
    public boolean inSteps() {
        return !rollout.schedule().isEmpty();
    }

    public String environment() {
        return "/environments/%s/%s".formatted(rollout.application(), rollout.environment());
    }

    public String title(Page page) {
        return page.text(
                rollout.status().kind().equals("rollback") ? "release.back" : "release",
                String.valueOf(rollout.status().release()));
    }

    /** What the promoting button says it does. */
    public String promotion(Page page) {
        return page.text(
                "rollout.promote",
                String.valueOf(share),
                String.valueOf(rollout.status().release()));
    }

    /** Why it cannot be promoted, as the key of a text; empty when it can. */
    public String keepsFromPromotion() {
        if (!moving()) {
            return "rollout.promote.over";
        }
        if (!inSteps()) {
            return "rollout.promote.steps";
        }
        return rollout.status().state().equals("baking") ? "" : "rollout.promote.early";
    }

    public String abortion(Page page) {
        return rollout.status()
                .from()
                .map(from -> page.text("rollout.abort", String.valueOf(from)))
                .orElseGet(() -> page.text("rollout.abort.first"));
    }

    /** What it cost those who use the application, once it came out. */
    public Optional<Loss> loss() {
        return rollout.live()
                .flatMap(DeployResult.Live::loss)
                .or(() -> rollout.rolledBack().flatMap(DeployResult.RolledBack::loss));
    }

    /** The headline: what is going on, or how it came out. */
    public String headline(Page page) {
        if (rollout.rolledBack().isPresent()) {
            return page.text(
                    "rollout.headline.back",
                    RolloutPath.time(
                            Duration.ofMillis(rollout.rolledBack().get().milliseconds())));
        }
        if (rollout.live().isPresent()) {
            return page.text(
                    "rollout.headline.live",
                    RolloutPath.time(Duration.ofMillis(rollout.live().get().milliseconds())));
        }
        String activity = page.text("activity." + rollout.status().state());
        return paused() ? page.text("rollout.headline.paused", activity) : RolloutPath.sentence(activity);
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
