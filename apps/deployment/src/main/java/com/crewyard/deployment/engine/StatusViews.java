package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.Environment;
import com.crewyard.deployment.cron.CronRuns;
import com.crewyard.deployment.cron.CronTimes;
import com.crewyard.deployment.engine.EnvironmentStatus.RolloutStatus;
import com.crewyard.deployment.engine.EnvironmentStatus.SlotStatus;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.rollouts.RolloutState;
import com.crewyard.deployment.rollouts.Rollouts;
import com.crewyard.deployment.rollouts.Slot;
import com.crewyard.deployment.rollouts.Slots;
import com.crewyard.deployment.rollouts.Transition;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together what is known of environments and what is found there. */
final class StatusViews {

    private final Groundwork ground;
    private final Releases releases;
    private final Rollouts rollouts;
    private final Slots slots;
    private final CronRuns cronRuns;

    StatusViews(Groundwork ground) {
        this.ground = ground;
        this.releases = ground.releases();
        this.rollouts = ground.rollouts();
        this.slots = ground.slots();
        this.cronRuns = new CronRuns(ground.jdbc());
    }

    EnvironmentStatus status(Environment environment) {
        List<String> attention = new ArrayList<>();
        List<Instance> instances = instances(environment, attention);
        List<SlotStatus> found = new ArrayList<>();
        Optional<Release> live = Optional.empty();
        for (Slot slot : slots.of(environment.id())) {
            Release release = releases.byId(slot.release());
            List<Instance> inside = instances.stream()
                    .filter(instance -> instance.slot().equals(slot.ref()))
                    .toList();
            if (slot.state() == Slot.State.LIVE) {
                live = Optional.of(release);
                attention.addAll(troubles(inside, release));
            }
            found.add(new SlotStatus(
                    slot.ref().name(), release.number(), slot.state().name().toLowerCase(Locale.ROOT), inside));
        }
        Optional<Rollout> latest = rollouts.latest(environment.id());
        latest.ifPresent(rollout -> rollout.trouble()
                .ifPresent(trouble -> attention.add("%s does not work yet and is tried again: %s"
                        .formatted(sentence(rollout.state().activity()), trouble))));
        live.map(release -> release.configuration().cron().keySet())
                .ifPresent(jobs -> cronRuns.failing(environment.id()).stream()
                        .filter(run -> jobs.contains(run.job()))
                        .forEach(run -> attention.add("The cron job %s failed at %s: %s"
                                .formatted(run.job(), CronTimes.text(run.dueAt()), run.note()))));
        ground.approvals()
                .open(environment.ref())
                .forEach(approval -> attention.add("Plan %s of %s waits for approval %d."
                        .formatted(approval.planHash(), approval.requestedBy(), approval.id())));
        return new EnvironmentStatus(
                environment.ref().application(),
                environment.ref().environment(),
                Targets.called(environment.target()),
                live.map(Release::number),
                live.map(release -> addresses(release.configuration())).orElse(Map.of()),
                found,
                latest.map(rollout -> RolloutStatus.of(
                        rollout,
                        number(rollout.release()),
                        rollout.fromRelease().map(this::number))),
                latest.filter(rollout -> rollout.state() == RolloutState.LIVE).flatMap(Rollout::windowEndsAt),
                attention);
    }

    private static String sentence(String activity) {
        return activity.substring(0, 1).toUpperCase(Locale.ROOT) + activity.substring(1);
    }

    List<ReleaseLine> releases(Environment environment, int count) {
        List<Slot> current = slots.of(environment.id());
        return releases.latest(environment, count).stream()
                .map(release -> {
                    Optional<Rollout> rollout = rollouts.latestOf(release.id());
                    String state = current.stream()
                            .filter(slot -> slot.release() == release.id())
                            .map(slot -> slot.state().name())
                            .findFirst()
                            .or(() -> rollout.map(Rollout::state)
                                    .map(last -> last == RolloutState.DONE ? "PAST" : last.name()))
                            .orElse("NEW");
                    return new ReleaseLine(
                            release.number(),
                            state.toLowerCase(Locale.ROOT).replace('_', '-'),
                            release.actor(),
                            release.reason(),
                            release.createdAt(),
                            rollout.map(found -> found.strategy()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                                    .orElse(""),
                            rollout.flatMap(this::duration),
                            rollout.flatMap(Rollout::reason));
                })
                .toList();
    }

    Map<String, String> addresses(Configuration configuration) {
        Map<String, String> addresses = new LinkedHashMap<>();
        configuration
                .publishedPorts()
                .forEach((service, port) -> addresses.put(
                        service,
                        secured(configuration, service)
                                .orElseGet(() ->
                                        "http://%s:%d".formatted(Targets.machine(configuration.target()), port))));
        return addresses;
    }

    /** Where TLS is ended, names lead there. */
    private static Optional<String> secured(Configuration configuration, String service) {
        return configuration
                .tls()
                .flatMap(_ -> Optional.ofNullable(configuration.services().get(service))
                        .flatMap(found -> found.routes().stream().findFirst())
                        .map(route -> "https://" + route.host()));
    }

    private List<Instance> instances(Environment environment, List<String> attention) {
        try {
            Target target = ground.target(environment).sparingLost();
            List<Instance> instances = Groundwork.instances(target);
            attention.addAll(target.lost().values());
            return instances;
        } catch (TargetException e) {
            attention.add(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static List<String> troubles(List<Instance> instances, Release release) {
        List<String> troubles = new ArrayList<>();
        int wanted = release.configuration().services().values().stream()
                .mapToInt(Configuration.ServiceConfiguration::replicas)
                .sum();
        if (instances.size() < wanted) {
            troubles.add("%d of %d instances run.".formatted(instances.size(), wanted));
        }
        instances.stream()
                .filter(instance -> instance.state() == Instance.State.WAITING)
                .forEach(instance -> troubles.add("%s ended by itself with %s and is started again."
                        .formatted(instance.name(), instance.last().orElse("an unknown exit code"))));
        return troubles;
    }

    private int number(long release) {
        return releases.byId(release).number();
    }

    private Optional<Long> duration(Rollout rollout) {
        return rollouts.history(rollout.id()).stream()
                .filter(transition ->
                        transition.to() == RolloutState.LIVE || transition.to() == RolloutState.ROLLED_BACK)
                .map(Transition::at)
                .findFirst()
                .map((Instant end) -> Duration.between(rollout.startedAt(), end).toMillis());
    }
}
