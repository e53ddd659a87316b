package com.crewyard.deployment.targets;

/** A line that an instance or a job wrote. */
public record LogLine(String instance, String text) {}
