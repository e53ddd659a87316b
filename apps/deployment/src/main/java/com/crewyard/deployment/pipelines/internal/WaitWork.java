package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.catalog.Spoken;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import java.time.Duration;

/** Lets time pass. */
record WaitWork(Work.Wait work) implements StageWork {

    @Override
    public Outcome look(Situation situation) {
        Duration left = work.time().minus(situation.age());
        return left.isPositive()
                ? new Outcome.Later(left)
                : new Outcome.Passed("%s passed".formatted(Spoken.of(work.time())));
    }

    /** No engine worked when it was over; the time has passed all the same. */
    @Override
    public Outcome giveUp(Situation situation) {
        return look(situation);
    }
}
