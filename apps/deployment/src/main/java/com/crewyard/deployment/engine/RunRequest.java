package com.crewyard.deployment.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command that somebody runs once in an environment.
 *
 * @param service whose program and variables it gets; without one, that which people reach
 * @param timeout after which it is ended
 */
public record RunRequest(Optional<String> service, List<String> command, Duration timeout, String actor) {}
