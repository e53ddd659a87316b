package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.StageState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A stage of a run as the database has it.
 *
 * @param attempt counted from 1
 * @param seq counts what was decided of it
 * @param fence of whoever works on it
 * @param handle what its work is known by where it is done
 * @param exitCode of its command, once that ended
 * @param attemptAt when this attempt began
 */
public record StageRow(
        long run,
        String name,
        StageState state,
        int attempt,
        int seq,
        long fence,
        Optional<String> handle,
        Optional<Integer> exitCode,
        Optional<Boolean> approved,
        Optional<String> approvedBy,
        String note,
        Map<String, String> output,
        Optional<Instant> readyAt,
        Optional<Instant> startedAt,
        Optional<Instant> attemptAt,
        Optional<Instant> endedAt) {}
