package com.crewyard.deployment.plans;

import java.util.Optional;

/**
 * One thing that would change.
 *
 * @param path where in the configuration, such as {@code services.web.replicas}
 * @param before empty for something new
 * @param after empty for something that goes
 */
public record Difference(String path, Optional<String> before, Optional<String> after) {}
