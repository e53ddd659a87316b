package com.crewyard.deployment.engine;

import java.util.Optional;

/**
 * What became of an environment that was to end.
 *
 * @param was whether there was anything
 * @param data where its own databases still are
 */
public record Destroyed(boolean was, Optional<String> data) {}
