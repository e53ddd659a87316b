package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.work.DurableTask;
import java.time.Duration;
import java.util.Optional;

/** One piece of work on a run; its name is {@code RUN:SEQ:STAGE}. */
public final class StageTask extends DurableTask {

    static final String NAME = "stage";

    private final StageRunner runner;

    public StageTask(StageRunner runner) {
        super(NAME);
        this.runner = runner;
    }

    static String instance(long run, int seq, String stage) {
        return run + ":" + seq + ":" + stage;
    }

    @Override
    protected Optional<Duration> work(String instance) throws InterruptedException {
        String[] parts = instance.split(":", 3);
        return runner.work(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }
}
