package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.EnvironmentStatus.RolloutStatus;
import com.crewyard.deployment.engine.ReleaseLine;
import com.crewyard.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One environment.
 *
 * @param charts requests and latency by slot
 * @param rollouts the latest ones
 */
public record EnvironmentView(
        EnvironmentStatus status,
        List<SlotView> slots,
        List<Chart> charts,
        List<ReleaseLine> releases,
        List<RolloutStatus> rollouts,
        Instant now) {

    private static final Set<String> STILL = Set.of("live", "retiring", "contracting", "done", "rolled-back");

    static String path(EnvironmentStatus status) {
        return "/environments/%s/%s".formatted(status.application(), status.environment());
    }

    static boolean isMoving(EnvironmentStatus status) {
        return status.rollout()
                .filter(rollout -> !STILL.contains(rollout.state()))
                .isPresent();
    }

    public String path() {
        return path(status);
    }

    public String title() {
        return status.application() + " / " + status.environment();
    }

    public boolean moving() {
        return isMoving(status);
    }

    /** Why a release cannot come back by a click; empty when it can. */
    public String keeps(ReleaseLine release) {
        if (status.live().filter(live -> live == release.number()).isPresent()) {
            return "It is live.";
        }
        if (moving()) {
            return "A rollout is on its way.";
        }
        return Set.of("past", "warm").contains(release.state()) ? "" : "It was never live.";
    }

    /** How long the former release can come back at once. */
    public String windowLeft(Page page) {
        return status.windowEndsAt()
                .filter(end -> end.isAfter(now))
                .map(end -> {
                    long minutes = java.time.Duration.between(now, end).toMinutes();
                    return minutes < 1
                            ? page.text("environment.window.soon")
                            : page.text("environment.window.minutes", minutes);
                })
                .orElseGet(() -> page.text("environment.window.no"));
    }
}
