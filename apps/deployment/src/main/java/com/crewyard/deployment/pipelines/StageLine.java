package com.crewyard.deployment.pipelines;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stage of a run.
 *
 * @param state in words
 * @param awaiting whether it waits for somebody's approval
 * @param attempt counted from 1
 * @param note how it came out, or why it does not get on
 * @param rollout that it follows
 * @param run of another pipeline that it follows
 * @param readyAt when its work could begin
 * @param startedAt when its work began
 */
public record StageLine(
        String name,
        String type,
        List<String> needs,
        String state,
        boolean awaiting,
        int attempt,
        String note,
        Map<String, String> output,
        Optional<Long> rollout,
        Optional<Long> run,
        Optional<Instant> readyAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {}
