package com.crewyard.deployment.engine;

import com.crewyard.deployment.engine.Drift.Kind;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.InstanceNames;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.targets.Instance;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** Compares what runs in an environment with what should, while no release is on its way. */
final class Drifts {

    private static final int PATIENCE_MILLIS = 2_000;

    private final List<Slot> slots;
    private final LongFunction<Release> releases;
    private final List<Instance> instances;

    /** @param slots those that are there by the records */
    Drifts(List<Slot> slots, LongFunction<Release> releases, List<Instance> instances) {
        this.slots = slots;
        this.releases = releases;
        this.instances = instances.stream()
                .filter(instance -> instance.state() != Instance.State.STOPPING)
                .toList();
    }

    /** @param addresses by service, where the live release is to be found */
    List<Drift> all(Map<String, String> addresses) {
        List<Drift> found = new ArrayList<>(missing());
        surplus()
                .forEach(instance -> found.add(new Drift(
                        Kind.SURPLUS,
                        instance.name(),
                        "%s of release %d runs, and no slot wants it."
                                .formatted(instance.name(), instance.release()))));
        addresses.forEach((service, address) -> unreachable(URI.create(address))
                .ifPresent(reason -> found.add(new Drift(
                        Kind.UNREACHABLE,
                        address,
                        "%s does not answer at %s: %s.".formatted(service, address, reason)))));
        return found;
    }

    private List<Drift> missing() {
        Set<String> running =
                new HashSet<>(instances.stream().map(Instance::name).toList());
        List<Drift> missing = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.state() == Slot.State.LIVE) {
                Release release = releases.apply(slot.release());
                InstanceNames.of(release, slot.ref()).stream()
                        .filter(name -> !running.contains(name))
                        .forEach(name -> missing.add(new Drift(
                                Kind.MISSING,
                                name,
                                "%s of release %d should run and is not there.".formatted(name, release.number()))));
            }
        }
        return missing;
    }

    /** Those of slots that are gone, and those that the live slot has too many of. A warm slot may have any of its own. */
    List<Instance> surplus() {
        Set<String> wanted = new HashSet<>();
        Set<String> warm = new HashSet<>();
        for (Slot slot : slots) {
            if (slot.state() == Slot.State.LIVE) {
                wanted.addAll(InstanceNames.of(releases.apply(slot.release()), slot.ref()));
            } else {
                warm.add(slot.ref().name());
            }
        }
        return instances.stream()
                .filter(instance -> !wanted.contains(instance.name())
                        && !warm.contains(instance.slot().name()))
                .toList();
    }

    private static Optional<String> unreachable(URI address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
