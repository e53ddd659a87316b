package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.RunState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run as the database has it.
 *
 * @param facts what started it
 * @param parentStage of the run whose stage it is
 */
public record PipelineRun(
        long id,
        long pipeline,
        long version,
        int number,
        RunState state,
        Map<String, String> parameters,
        Map<String, String> facts,
        String actor,
        Optional<String> group,
        Optional<Long> parentRun,
        Optional<String> parentStage,
        Optional<String> cancelledBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {}
