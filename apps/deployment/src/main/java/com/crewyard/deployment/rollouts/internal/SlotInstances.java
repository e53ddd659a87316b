package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.InstanceNames;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.InstanceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The instances that a release has in a slot: which, and by which names. */
final class SlotInstances {

    private SlotInstances() {}

    /** @param count how many of each service */
    static List<InstanceSpec> of(Release release, SlotRef slot, ToIntFunction<ServiceConfiguration> count) {
        List<InstanceSpec> specs = new ArrayList<>();
        release.configuration().services().forEach((name, service) -> {
            for (int ordinal = 1; ordinal <= count.applyAsInt(service); ordinal++) {
                specs.add(new InstanceSpec(
                        InstanceNames.of(slot, name, ordinal),
                        slot,
                        name,
                        release.number(),
                        service.command(),
                        service.image(),
                        service.variables(),
                        service.secrets(),
                        service.port(),
                        service.limits(),
                        service.drainRequests()));
            }
        });
        return specs;
    }

    static List<InstanceSpec> all(Release release, SlotRef slot) {
        return of(release, slot, ServiceConfiguration::replicas);
    }

    /** Counts from 1 within its service. */
    static int ordinal(Instance instance) {
        return InstanceNames.ordinal(instance.name());
    }
}
