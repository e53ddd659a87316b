package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.targets.InstanceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a keeper was told, kept in one file: what shall run, who is running, where requests go.
 *
 * @param fence the highest it has seen
 * @param wake when to start the engine, though nobody calls it
 */
record Desired(long fence, List<Kept> instances, Optional<RoutingTable> table, Optional<Instant> wake) {

    static final Desired NOTHING = new Desired(0, List.of(), Optional.empty(), Optional.empty());

    /**
     * @param port 0 for one that does not listen
     * @param pid 0 before its first start
     * @param started when its process began, which with the pid names it for good
     * @param stopping whether it was asked to end
     */
    record Kept(InstanceSpec spec, int port, long pid, Optional<Instant> started, boolean stopping, int restarts) {}
}
