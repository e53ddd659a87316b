package com.crewyard.deployment.targets;

/**
 * What an instance may use.
 *
 * @param cpu in CPUs, such as 0.5
 */
public record Limits(double cpu, int memoryMebibytes) {}
