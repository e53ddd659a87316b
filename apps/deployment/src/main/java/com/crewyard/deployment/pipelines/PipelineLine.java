package com.crewyard.deployment.pipelines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline in a list.
 *
 * @param file where it was written
 * @param triggers what starts it, in words
 * @param next when a schedule starts it
 */
public record PipelineLine(
        String name,
        String description,
        String file,
        List<String> triggers,
        List<PipelineParameter> parameters,
        Optional<Instant> next,
        Optional<RunLine> last) {

    /** @param standard its value when nobody gives one */
    public record PipelineParameter(
            String name, String type, Optional<String> standard, List<String> values, String description) {}
}
