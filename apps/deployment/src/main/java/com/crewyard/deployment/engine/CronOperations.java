package com.crewyard.deployment.engine;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Optional;

/** What can be known of commands that run at times of their own. */
public interface CronOperations {

    /**
     * The jobs of the live release and their latest runs, the latest first.
     *
     * @param job only that one
     * @param count of runs, at most
     * @throws com.crewyard.deployment.catalog.RefusedException when there is no such environment or job
     */
    CronView cron(EnvironmentRef ref, Optional<String> job, int count);
}
