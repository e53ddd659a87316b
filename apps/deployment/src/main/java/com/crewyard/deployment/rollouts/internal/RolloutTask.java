package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.work.DurableTask;
import java.time.Duration;
import java.util.Optional;

/** One piece of work on a rollout; its name is {@code ROLLOUT:SEQ}. */
public final class RolloutTask extends DurableTask {

    public static final String NAME = "rollout";

    private final Runner runner;

    public RolloutTask(Runner runner) {
        super(NAME);
        this.runner = runner;
    }

    public static String name(long rollout, int seq) {
        return rollout + ":" + seq;
    }

    @Override
    protected Optional<Duration> work(String instance) throws InterruptedException {
        String[] parts = instance.split(":", -1);
        return runner.work(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }
}
