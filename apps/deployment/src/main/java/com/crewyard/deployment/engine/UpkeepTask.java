package com.crewyard.deployment.engine;

import com.crewyard.deployment.work.DurableTask;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Work that is due at a time; what it is about is before the colon of the instance's name. */
final class UpkeepTask extends DurableTask {

    private final Function<String, Optional<Duration>> work;

    /** @param work present when the same has to be looked at again after a while */
    UpkeepTask(String name, Function<String, Optional<Duration>> work) {
        super(name);
        this.work = work;
    }

    @Override
    protected Optional<Duration> work(String instance) {
        return work.apply(instance.split(":", -1)[0]);
    }
}
