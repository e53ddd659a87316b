package com.crewyard.deployment.targets;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that runs once, such as a migration.
 *
 * @param id the job's own: a target never starts a second one by the same
 * @param image where its program is: a folder, or an image of a container engine
 * @param within the instance it runs in, where instances have a place of their own; such a job is not remembered
 * @param timeout after which it is killed and counts as failed
 */
public record JobSpec(
        String id,
        List<String> command,
        String image,
        Optional<String> within,
        Map<String, String> variables,
        List<String> secrets,
        Duration timeout) {}
