package com.crewyard.deployment.approvals;

import java.time.Instant;
import java.util.Optional;

/**
 * A plan that waits for somebody's approval, or has had an answer.
 *
 * @param plan as it was when approval was asked for, in words
 * @param approved empty until somebody answered
 * @param rollout that it was used for
 */
public record Approval(
        long id,
        String application,
        String environment,
        String planHash,
        String plan,
        String requestedBy,
        Instant requestedAt,
        Optional<Boolean> approved,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Long> rollout) {

    public boolean isOpen() {
        return approved.isEmpty();
    }

    /** In a word: waiting, rejected, approved, or used when a rollout came of it. */
    public String state() {
        return approved.map(yes -> !yes ? "rejected" : rollout.isPresent() ? "used" : "approved")
                .orElse("waiting");
    }

    /** The environment, as {@code APP/ENV}. */
    public String subject() {
        return application + "/" + environment;
    }
}
