package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.routing.Backend;
import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.Share;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Placement;
import com.crewyard.deployment.targets.Target;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A router on each host of an environment, which carries requests to that host's instances and to no others. */
record HostRouters(SeveralHosts hosts, Placement placement) implements Router {

    @Override
    public void apply(RoutingTable table) {
        hosts.eachInTurn((place, target) -> target.router().apply(partOf(table, place)));
    }

    /** Weights are relative, so what is left of a share need not be weighed anew. */
    RoutingTable partOf(RoutingTable table, int place) {
        List<Backend> backends = table.backends().stream()
                .map(backend -> new Backend(
                        backend.service(),
                        backend.websocket(),
                        partOf(backend.shares(), place),
                        partOf(backend.copies(), place)))
                .toList();
        return new RoutingTable(table.version(), table.listeners(), backends);
    }

    private List<Share> partOf(List<Share> shares, int place) {
        return shares.stream()
                .map(share -> new Share(
                        share.slot(),
                        share.weight(),
                        share.endpoints().stream()
                                .filter(endpoint -> placement.place(endpoint.instance()) == place)
                                .toList()))
                .toList();
    }

    @Override
    public void drain(SlotRef slot, Drain drain) {
        hosts.eachInTurn((_, target) -> target.router().drain(slot, drain));
    }

    @Override
    public Counters counters() {
        List<Counters> all = hosts.each(target -> Stream.of(target.router().counters()));
        List<InstanceCounters> instances =
                all.stream().flatMap(counters -> counters.instances().stream()).toList();
        return new Counters(
                all.stream().mapToLong(Counters::held).sum(),
                all.stream().map(Counters::longestHold).max(Duration::compareTo).orElse(Duration.ZERO),
                all.stream().mapToLong(Counters::refused).sum(),
                instances);
    }

    /** The same program carries requests on each of them. */
    @Override
    public Capabilities capabilities() {
        return hosts.first(Target::router).capabilities();
    }

    @Override
    public void destroy() {
        hosts.eachInTurn((_, target) -> target.router().destroy());
    }
}
