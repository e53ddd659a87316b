package com.crewyard.deployment.pipelines;

import java.util.Map;
import java.util.Optional;

/**
 * A run that somebody wants.
 *
 * @param file made known first; without one, the pipeline has to be known
 * @param actor who asks
 * @param by whether a person or a program over the API
 */
public record RunOrder(
        String pipeline, Map<String, String> parameters, Optional<PipelineFile> file, String actor, By by) {

    public enum By {
        MANUAL,
        API
    }
}
