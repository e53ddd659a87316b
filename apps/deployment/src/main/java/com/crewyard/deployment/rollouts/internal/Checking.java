package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.targets.InstanceSpec;
import java.util.stream.Collectors;

/** The health gate before an instance gets its first request. */
final class Checking implements Step {

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
}
