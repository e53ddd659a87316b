package com.crewyard.deployment.rollouts.internal;

/** The work of one state. It is done again after a crash, so it looks before it does anything. */
interface Step {

    Outcome run(Situation situation) throws InterruptedException;

    /** What the database has to remember when it is done, in the transaction that moves the rollout on. */
    default void commit(Situation situation) {}
}
