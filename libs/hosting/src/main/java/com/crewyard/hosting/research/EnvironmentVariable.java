package com.crewyard.hosting.research;

import java.util.Optional;

/** A variable that the application expects. */
public record EnvironmentVariable(String name, Optional<String> value, int line) {}
