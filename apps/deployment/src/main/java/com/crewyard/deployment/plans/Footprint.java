package com.crewyard.deployment.plans;

import com.crewyard.deployment.analysis.Figures;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.targets.Limits;
import com.crewyard.deployment.targets.Placement;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What instances may use, host by host.
 *
 * @param hosts at least one, in the order of the environment's
 */
record Footprint(List<Demand> hosts) {

    Footprint {
        hosts = List.copyOf(hosts);
    }

    /** @param cpu in CPUs */
    record Demand(double cpu, long memoryMebibytes) {

        static final Demand NOTHING = new Demand(0, 0);

        Demand plus(Demand other) {
            return new Demand(cpu + other.cpu, memoryMebibytes + other.memoryMebibytes);
        }

        Demand orMore(Demand other) {
            return new Demand(Math.max(cpu, other.cpu), Math.max(memoryMebibytes, other.memoryMebibytes));
        }

        String text() {
            String number = Figures.plain(cpu);
            return "%s %s and %s MiB"
                    .formatted(number, number.equals("1") ? "CPU" : "CPUs", Figures.count(memoryMebibytes));
        }
    }

    /** Empty where instances have no limits: they take what the machine has. */
    static Optional<Footprint> of(Configuration configuration) {
        boolean limited = configuration.services().values().stream()
                .allMatch(service -> service.limits().isPresent());
        return limited ? Optional.of(of(configuration, _ -> true)) : Optional.empty();
    }

    /** What both releases may use together at the highest; empty when the former goes before the new one comes. */
    static Optional<Footprint> together(Configuration former, Configuration wanted, Strategy strategy) {
        return switch (strategy) {
            case RECREATE -> Optional.empty();
            case BLUE_GREEN, CANARY, SHADOW ->
                Optional.of(of(former, _ -> true).with(of(wanted, _ -> true), Demand::plus));
            case ROLLING -> batches(former, wanted);
        };
    }

    /** A batch starts before the instances that it replaces end. */
    private static Optional<Footprint> batches(Configuration former, Configuration wanted) {
        int batch = wanted.rollout().batch();
        int most = wanted.services().values().stream()
                .mapToInt(ServiceConfiguration::replicas)
                .max()
                .orElse(1);
        return IntStream.range(0, Math.max(1, Math.ceilDiv(most, batch)))
                .mapToObj(step -> of(former, ordinal -> ordinal > step * batch)
                        .with(of(wanted, ordinal -> ordinal <= (step + 1) * batch), Demand::plus))
                .reduce((one, other) -> one.with(other, Demand::orMore));
    }

    /** @param ordinals which instances count, by their numbers within their service */
    private static Footprint of(Configuration configuration, IntPredicate ordinals) {
        Placement placement = Targets.placement(configuration.target());
        List<Demand> hosts = new ArrayList<>(Collections.nCopies(placement.places(), Demand.NOTHING));
        for (ServiceConfiguration service : configuration.services().values()) {
            Limits limits = service.limits().orElseThrow();
            Demand one = new Demand(limits.cpu(), limits.memoryMebibytes());
            IntStream.rangeClosed(1, service.replicas())
                    .filter(ordinals)
                    .map(placement::place)
                    .forEach(place -> hosts.set(place, hosts.get(place).plus(one)));
        }
        return new Footprint(hosts);
    }

    /** Host by host. */
    private Footprint with(Footprint other, BinaryOperator<Demand> both) {
        return new Footprint(IntStream.range(0, hosts.size())
                .mapToObj(place -> both.apply(hosts.get(place), other.hosts.get(place)))
                .toList());
    }

    Demand all() {
        return hosts.stream().reduce(Demand.NOTHING, Demand::plus);
    }

    /** What no host needs more than. */
    Demand most() {
        return hosts.stream().reduce(Demand.NOTHING, Demand::orMore);
    }
}
