package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Optional;

/** Shows commands at times of their own to who may see their environment. */
record GuardedCron(CronOperations cron, Guard guard) implements CronOperations {

    @Override
    public CronView cron(EnvironmentRef ref, Optional<String> job, int count) {
        guard.require(Permission.VIEW, ref.toString());
        return cron.cron(ref, job, count);
    }
}
