package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.Spoken;

/** Does a stage's work, a look at a time. Each look comes again after a crash, so it looks before it does anything. */
interface StageWork {

    Outcome look(Situation situation) throws InterruptedException;

    /** Instead of a look, once somebody cancelled the run. */
    default Outcome cancel(Situation situation) throws InterruptedException {
        return new Outcome.Cancelled(
                "it was cancelled by " + situation.run().cancelledBy().orElse("somebody"));
    }

    /** Instead of a look, once the stage's time is over. */
    default Outcome giveUp(Situation situation) throws InterruptedException {
        String note = situation.row().note();
        return new Outcome.Failed("It was not done within %s%s"
                .formatted(Spoken.of(situation.stage().timeout()), note.isEmpty() ? "." : ": " + note));
    }
}
