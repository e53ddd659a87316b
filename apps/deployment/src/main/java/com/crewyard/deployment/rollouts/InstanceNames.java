package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.routing.SlotRef;
import java.util.ArrayList;
import java.util.List;

/** How instances are called: by slot, service and a number within it, counted from 1. */
public final class InstanceNames {

    private InstanceNames() {}

    public static String of(SlotRef slot, String service, int ordinal) {
        return "%s.%s.%d".formatted(slot, service, ordinal);
    }

    /** Of all the instances that a release has in a slot. */
    public static List<String> of(Release release, SlotRef slot) {
        List<String> names = new ArrayList<>();
        release.configuration().services().forEach((service, configured) -> {
            for (int ordinal = 1; ordinal <= configured.replicas(); ordinal++) {
                names.add(of(slot, service, ordinal));
            }
        });
        return names;
    }

    public static int ordinal(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('.') + 1));
    }
}
