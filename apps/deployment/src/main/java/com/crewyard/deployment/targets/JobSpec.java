package com.crewyard.deployment.targets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A command that runs once, such as a migration.
 *
 * @param id the job's own: a target never starts a second one by the same
 * @param timeout after which it is killed and counts as failed
 */
public record JobSpec(
        String id,
        List<String> command,
        Path directory,
        Map<String, String> variables,
        List<String> secrets,
        Duration timeout) {}
