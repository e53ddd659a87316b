package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;

/** What carries a keeper's requests, from outside. */
final class KeeperRouter implements Router {

    private final KeeperClient keeper;

    KeeperRouter(KeeperClient keeper) {
        this.keeper = keeper;
    }

    @Override
    public void apply(RoutingTable table) {
        keeper.ask(new KeeperRequest.Apply(table), Boolean.class);
    }

    @Override
    public void drain(SlotRef slot, Drain drain) {
        keeper.ask(new KeeperRequest.DrainSlot(slot, drain), Boolean.class);
    }

    @Override
    public Counters counters() {
        return keeper.ask(new KeeperRequest.Count(), Counters.class);
    }

    @Override
    public Capabilities capabilities() {
        return keeper.ask(new KeeperRequest.Abilities(), Capabilities.class);
    }

    @Override
    public void destroy() {
        keeper.ask(
                new KeeperRequest.Apply(new RoutingTable(Long.MAX_VALUE, java.util.List.of(), java.util.List.of())),
                Boolean.class);
    }
}
