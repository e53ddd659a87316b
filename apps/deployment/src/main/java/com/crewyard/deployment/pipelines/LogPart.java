package com.crewyard.deployment.pipelines;

/**
 * A part of what a stage's command said.
 *
 * @param next where reading goes on; the same as before when nothing more was said
 */
public record LogPart(String text, long next) {}
