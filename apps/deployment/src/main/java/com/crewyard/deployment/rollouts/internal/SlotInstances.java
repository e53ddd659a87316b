package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.InstanceNames;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.InstanceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The instances that a release has in a slot: which, and by which names. */
final class SlotInstances {

    private SlotInstances() {}

    /** @param which by their numbers within their service */
    static List<InstanceSpec> of(Release release, SlotRef slot, IntPredicate which) {
        List<InstanceSpec> specs = new ArrayList<>();
        release.configuration().services().forEach((name, service) -> {
            IntStream.rangeClosed(1, service.replicas())
                    .filter(which)
                    .forEach(ordinal -> specs.add(new InstanceSpec(
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
                            service.drainRequests())));
        });
        return specs;
    }

    static List<InstanceSpec> all(Release release, SlotRef slot) {
        return of(release, slot, _ -> true);
    }

    /** Counts from 1 within its service. */
    static int ordinal(Instance instance) {
        return InstanceNames.ordinal(instance.name());
    }
}
