package com.crewyard.deployment.rollouts.internal;

/** Moments at which an engine may die; tests make it. */
@FunctionalInterface
public interface Checkpoints {

    void reached(String where);
}
