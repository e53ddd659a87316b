package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Ends instances that get nothing new any more: they finish what they began, within bounds, and then stop. */
final class Ending {

    private static final Duration LONGEST_JITTER = Duration.ofSeconds(3);
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 50;

    private Ending() {}

    static Drain drain(Release release) {
        Duration websockets = longest(release, true);
        Duration tenth = websockets.dividedBy(10);
        return new Drain(
                longest(release, false), websockets, tenth.compareTo(LONGEST_JITTER) < 0 ? tenth : LONGEST_JITTER);
    }

    /** Of the slot's instances, ends those meant. Anything still open after the drain's bounds is cut. */
    static void end(Situation situation, Release release, SlotRef slot, Predicate<Instance> which)
            throws InterruptedException {
        Target target = situation.target();
        Drain drain = drain(release);
        target.router().drain(slot, drain);
        Set<String> names = names(target, slot, which);
        long requestsUntil = System.nanoTime() + drain.requests().toNanos();
        long websocketsUntil = System.nanoTime()
                + drain.websockets().plus(drain.jitter()).plus(MARGIN).toNanos();
        while (isBusy(target, names, requestsUntil, websocketsUntil)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        target.stop(names, situation.fence());
        long until =
                System.nanoTime() + drain.requests().plus(MARGIN).plus(MARGIN).toNanos();
        while (!names(target, slot, which).isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static boolean isBusy(Target target, Set<String> names, long requestsUntil, long websocketsUntil) {
        List<InstanceCounters> counted = target.router().counters().instances().stream()
                .filter(instance -> names.contains(instance.instance()))
                .toList();
        long now = System.nanoTime();
        return now < requestsUntil && counted.stream().anyMatch(instance -> instance.openRequests() > 0)
                || now < websocketsUntil && counted.stream().anyMatch(instance -> instance.openWebsockets() > 0);
    }

    private static Set<String> names(Target target, SlotRef slot, Predicate<Instance> which) {
        return target.instances().stream()
                .filter(instance -> instance.slot().equals(slot) && which.test(instance))
                .map(Instance::name)
                .collect(Collectors.toSet());
    }

    private static Duration longest(Release release, boolean websockets) {
        return release.configuration().services().values().stream()
                .filter(service -> !websockets || service.websocket())
                .map(service -> websockets ? service.drainWebsockets() : service.drainRequests())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
