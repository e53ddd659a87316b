package com.crewyard.deployment.targets;

import com.crewyard.deployment.routing.SlotRef;
import java.util.List;

/**
 * Which of an environment's hosts an instance belongs to: those of a service go round, the first to the first host.
 *
 * @param hosts as the app spec names them; none for a place that is one
 */
public record Placement(List<String> hosts) {

    public Placement {
        hosts = List.copyOf(hosts);
    }

    /** How many places there are, at least one. */
    public int places() {
        return Math.max(1, hosts.size());
    }

    /**
     * Counts from 0.
     *
     * @param ordinal of the instance within its service, counted from 1
     */
    public int place(int ordinal) {
        return Math.floorMod(ordinal - 1, places());
    }

    /** @param instance its name: slot, service and ordinal, as {@link SlotRef} and {@link InstanceSpec} have them */
    public int place(String instance) {
        return place(Integer.parseInt(instance.substring(instance.lastIndexOf('.') + 1)));
    }
}
