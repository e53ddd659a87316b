package com.crewyard.deployment.notifications;

import java.time.Instant;
import java.util.Optional;

/**
 * A message to somebody, and how far it is.
 *
 * @param event as the app spec has it
 * @param channel slack, email or webhook
 * @param to whom, without what could be a secret
 * @param state waiting, sent or failed
 * @param problem why the latest attempt failed; empty when none did
 */
public record NotificationLine(
        long id,
        String application,
        String environment,
        Optional<Long> rollout,
        String event,
        String channel,
        String to,
        String text,
        String state,
        int attempts,
        String problem,
        Instant createdAt,
        Optional<Instant> nextAt,
        Optional<Instant> endedAt) {}
