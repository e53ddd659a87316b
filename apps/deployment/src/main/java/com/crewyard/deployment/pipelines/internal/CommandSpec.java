package com.crewyard.deployment.pipelines.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A command of one attempt of a stage.
 *
 * @param variables all that it gets
 * @param secrets whose values are not kept with its output
 * @param deadline when it is ended
 */
record CommandSpec(
        long run,
        String stage,
        int attempt,
        List<String> command,
        Path directory,
        Map<String, String> variables,
        List<String> secrets,
        Instant deadline) {

    String key() {
        return "%d/%s.%d".formatted(run, stage, attempt);
    }
}
