package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.engine.Drift.Kind;
import com.crewyard.deployment.notifications.News;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.InstanceNames;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.hosting.spec.AppSpec.Notification.Event;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Compares what runs in an environment with what should, while no release is on its way. */
final class Drifts {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final List<Slot> slots;
    private final LongFunction<Release> releases;
    private final List<Instance> instances;
    private final LostHosts lost;

    /** @param slots those that are there by the records */
    Drifts(List<Slot> slots, LongFunction<Release> releases, List<Instance> instances, LostHosts lost) {
        this.lost = lost;
        this.slots = slots;
        this.releases = releases;
        this.instances = instances.stream()
                .filter(instance -> instance.state() != Instance.State.STOPPING)
                .toList();
    }

    /** @param addresses by service, where the live release is to be found */
    List<Drift> all(Map<String, String> addresses) {
        List<Drift> found = new ArrayList<>(lost.drifts());
        found.addAll(missing());
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
                        .filter(name -> !running.contains(name) && !lost.has(name))
                        .forEach(name -> missing.add(new Drift(
                                Kind.MISSING,
                                name,
                                "%s of release %d should run and is not there.".formatted(name, release.number()))));
            }
        }
        return missing;
    }

    /** Those of slots that are gone, and those that the live slot has too many of. A warm slot may have any of its own. */
    private List<Instance> surplus() {
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
            socket.connect(new InetSocketAddress(address.getHost(), port(address)), PATIENCE_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Where TLS is ended, the address names a host alone. */
    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equals("https") ? HTTPS : HTTP;
    }

    /** What those who want to hear of drift are told, once a day as long as it is the same. */
    static News news(Environment environment, List<Drift> found, Instant now) {
        String findings = found.stream().map(Drift::finding).sorted().collect(Collectors.joining(" "));
        return new News(
                Event.DRIFT,
                Optional.empty(),
                Optional.empty(),
                "crewyard",
                "it is not as it should be. " + findings,
                Optional.of("drift/%d/%s/%s"
                        .formatted(environment.id(), LocalDate.ofInstant(now, ZoneOffset.UTC), findings)));
    }
}
