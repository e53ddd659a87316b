package com.crewyard.deployment.rollouts.internal;

/** The work of one state. It is done again after a crash, so it looks before it does anything. */
interface Step {

    Outcome run(Situation situation) throws InterruptedException;

    /** Whether the target is this rollout's while it works, and nobody else's; who only waits for another leaves it alone. */
    default boolean takesTarget() {
        return true;
    }

    /** What the database has to remember when it is done, in the transaction that moves the rollout on. */
    default void commit(Situation situation) {}
}
