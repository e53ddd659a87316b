package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.catalog.Spoken;
import com.crewyard.deployment.releases.Configuration.HealthGate;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.rollouts.ReleaseJob;
import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Waits until instances are healthy as their release defines it, or says in a sentence why they are not. */
final class HealthCheck {

    /** While starting we ask more often than the app spec's interval, which is meant for afterwards. */
    private static final Duration MOST_OFTEN = Duration.ofMillis(100);

    private static final Duration AT_LEAST_EVERY = Duration.ofMillis(500);
    /** One that ends that often by itself will not get well. */
    private static final int MOST_RESTARTS = 3;

    private static final Duration STEADY = Duration.ofSeconds(1);
    private static final HealthGate WITHOUT_GATE = new HealthGate(
            Optional.empty(), List.of(), Duration.ofSeconds(1), Duration.ofSeconds(2), 1, Duration.ofSeconds(60));

    private final Situation situation;
    private final Release release;
    private final Set<String> names;
    private final Map<String, Integer> successes = new HashMap<>();
    private final Map<String, String> lastWords = new HashMap<>();

    HealthCheck(Situation situation, Release release, Set<String> names) {
        this.situation = situation;
        this.release = release;
        this.names = names;
    }

    Outcome run() throws InterruptedException {
        long begun = System.nanoTime();
        while (!situation.attention().getAsBoolean()) {
            List<Instance> instances = situation.target().instances().stream()
                    .filter(instance -> names.contains(instance.name()))
                    .toList();
            Optional<Outcome> ended = look(instances, begun);
            if (ended.isPresent()) {
                return ended.get();
            }
            Thread.sleep(pauseBetween());
        }
        return new Outcome.Later(Duration.ZERO);
    }

    private Optional<Outcome> look(List<Instance> instances, long begun) throws InterruptedException {
        boolean all = instances.size() == names.size();
        for (Instance instance : instances) {
            HealthGate gate = gate(instance);
            if (instance.restarts() >= MOST_RESTARTS) {
                return Optional.of(new Outcome.Failed("%s ended by itself %d times%s.%s"
                        .formatted(
                                instance.name(),
                                instance.restarts(),
                                instance.last()
                                        .map(last -> ", the last time with " + last)
                                        .orElse(""),
                                said(instance))));
            }
            if (successes.getOrDefault(instance.name(), 0) < gate.healthy()) {
                probe(instance, gate);
                if (successes.getOrDefault(instance.name(), 0) < gate.healthy()) {
                    all = false;
                    if (Duration.ofNanos(System.nanoTime() - begun).compareTo(gate.grace()) > 0) {
                        return Optional.of(new Outcome.Failed("%s was not healthy within %s: %s.%s"
                                .formatted(
                                        instance.name(),
                                        Spoken.of(gate.grace()),
                                        lastWords.getOrDefault(instance.name(), "it did not answer"),
                                        said(instance))));
                    }
                }
            }
        }
        return all
                ? Optional.of(new Outcome.Done("%d instances are healthy".formatted(names.size())))
                : Optional.empty();
    }

    private void probe(Instance instance, HealthGate gate) throws InterruptedException {
        String verdict = instance.state() != Instance.State.RUNNING
                ? "it ended with " + instance.last().orElse("an unknown exit code")
                : ask(instance, gate);
        if (verdict.isEmpty()) {
            successes.merge(instance.name(), 1, Integer::sum);
        } else {
            successes.remove(instance.name());
            lastWords.put(instance.name(), verdict);
        }
    }

    /** Empty when it is well. */
    private String ask(Instance instance, HealthGate gate) throws InterruptedException {
        if (!gate.command().isEmpty()) {
            return command(instance, gate);
        }
        if (instance.endpoint().isEmpty()) {
            return instance.since().plus(STEADY).isBefore(situation.clock().instant())
                    ? ""
                    : "it has just been started";
        }
        Endpoint endpoint = instance.endpoint().get();
        Endpoint reached = situation.target().reach(endpoint);
        return gate.path().isPresent()
                ? Probe.http(endpoint, reached, gate.path().get(), gate.timeout())
                : Probe.connection(endpoint, reached, gate.timeout());
    }

    private String command(Instance instance, HealthGate gate) throws InterruptedException {
        Target target = situation.target();
        var job = ReleaseJob.of(
                release,
                "health-" + UUID.randomUUID(),
                new com.crewyard.deployment.releases.Configuration.Command(
                        instance.service(),
                        gate.command(),
                        instance.endpoint()
                                .map(endpoint -> Map.of("PORT", String.valueOf(endpoint.port())))
                                .orElse(Map.of()),
                        gate.timeout()),
                Optional.of(instance.name()));
        JobStatus status = target.job(job, situation.fence());
        while (status instanceof JobStatus.Running) {
            Thread.sleep(50);
            status = target.job(job, situation.fence());
        }
        return status instanceof JobStatus.Failed failed ? "its health command: " + failed.ending() : "";
    }

    private HealthGate gate(Instance instance) {
        ServiceConfiguration service = release.configuration().services().get(instance.service());
        return service == null ? WITHOUT_GATE : service.health().orElse(WITHOUT_GATE);
    }

    private long pauseBetween() {
        return release.configuration().services().values().stream()
                .flatMap(service -> service.health().stream())
                .map(HealthGate::interval)
                .mapToLong(
                        interval -> Math.clamp(interval.toMillis(), MOST_OFTEN.toMillis(), AT_LEAST_EVERY.toMillis()))
                .min()
                .orElse(MOST_OFTEN.toMillis());
    }

    private String said(Instance instance) {
        List<LogLine> lines =
                situation.target().logs(Optional.of(instance.service()), Optional.of(instance.slot()), 50);
        return lines.stream()
                .filter(line ->
                        line.instance().equals(instance.name()) && !line.text().isBlank())
                .reduce((first, second) -> second)
                .map(line -> " It said last: \"%s\".".formatted(line.text().strip()))
                .orElse(" It said nothing.");
    }
}
