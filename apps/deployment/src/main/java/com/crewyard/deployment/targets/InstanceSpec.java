package com.crewyard.deployment.targets;

import com.crewyard.deployment.routing.SlotRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An instance that shall run.
 *
 * @param name unique in the environment and never used for anything else: slot, service and ordinal
 * @param command the program and its arguments; empty for what the image brings
 * @param image where its program is: a folder, or an image of a container engine
 * @param variables its environment, over the target's own; without secrets
 * @param secrets names of the secrets it gets
 * @param port what it listens on where instances have addresses of their own; elsewhere it gets another. Either way it is told as PORT
 * @param limits of what it may use; none where the target cannot hold them
 * @param stopWithin how long it may take to end when asked to, before it is killed
 */
public record InstanceSpec(
        String name,
        SlotRef slot,
        String service,
        int release,
        List<String> command,
        String image,
        Map<String, String> variables,
        List<String> secrets,
        OptionalInt port,
        Optional<Limits> limits,
        Duration stopWithin) {}
