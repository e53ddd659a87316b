package com.crewyard.deployment.engine;

import com.crewyard.deployment.targets.Target;
import java.util.List;
import java.util.Map;

/**
 * Hosts of an environment that cannot be reached, so that nobody knows what runs there.
 *
 * @param target one that spares them, and was asked before
 */
record LostHosts(Target target) {

    boolean has(String instance) {
        return target.isLost(instance);
    }

    List<Drift> drifts() {
        return target.lost().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(host -> new Drift(
                        Drift.Kind.LOST, host.getKey(), host.getValue() + " What runs there is not known until then."))
                .toList();
    }
}
