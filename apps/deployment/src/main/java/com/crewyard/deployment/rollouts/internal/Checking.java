package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.targets.InstanceSpec;
import java.util.stream.Collectors;

/** The health gate before an instance gets its first request. */
final class Checking implements Step {

    private final Rollouts rollouts;

    Checking(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public Outcome run(Situation situation) throws InterruptedException {
        return new HealthCheck(
                        situation,
                        situation.release(),
                        Starting.specs(situation).stream()
                                .map(InstanceSpec::name)
                                .collect(Collectors.toSet()))
                .run();
    }

    /** From here on requests may be lost, so from here on they are counted. */
    @Override
    public void commit(Situation situation) {
        rollouts.countersBefore(
                situation.rollout(),
                CanonicalJson.of(situation.target().router().counters()));
    }
}
