package com.crewyard.deployment.targets;

import com.crewyard.deployment.routing.SlotRef;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An instance that shall run.
 *
 * @param name unique in the environment and never used for anything else: slot, service and ordinal
 * @param command the program and its arguments
 * @param directory where it runs
 * @param variables its environment, over the target's own; without secrets
 * @param secrets names of the secrets it gets
 * @param listens whether it gets a port, as the variable PORT
 * @param stopWithin how long it may take to end when asked to, before it is killed
 */
public record InstanceSpec(
        String name,
        SlotRef slot,
        String service,
        int release,
        List<String> command,
        Path directory,
        Map<String, String> variables,
        List<String> secrets,
        boolean listens,
        Duration stopWithin) {}
