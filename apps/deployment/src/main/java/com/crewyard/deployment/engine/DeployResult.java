package com.crewyard.deployment.engine;

import com.crewyard.deployment.rollouts.Loss;
import java.util.Map;
import java.util.Optional;

/** How a rollout came out. */
public sealed interface DeployResult {

    int release();

    /** @param addresses by service, where it is found on this machine */
    record Live(int release, Map<String, String> addresses, long milliseconds, Optional<Loss> loss)
            implements DeployResult {}

    /** @param still the release that is live instead */
    record RolledBack(int release, String reason, Optional<Integer> still, long milliseconds, Optional<Loss> loss)
            implements DeployResult {}
}
