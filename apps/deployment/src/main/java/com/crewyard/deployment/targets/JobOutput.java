package com.crewyard.deployment.targets;

/**
 * A part of what a job said.
 *
 * @param next the position behind it, in bytes
 */
public record JobOutput(byte[] bytes, long next) {}
