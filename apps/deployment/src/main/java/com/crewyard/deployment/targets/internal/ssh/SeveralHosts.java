package com.crewyard.deployment.targets.internal.ssh;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import com.crewyard.deployment.targets.Placement;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.StateFolder;
import com.crewyard.hosting.spec.AppSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An environment on several hosts. Each has instances, a router, secrets and a network of its own, and needs none of the others; what
 * runs once, runs on the first.
 */
final class SeveralHosts implements Target {

    private final List<HostTarget> hosts;
    private final Path root;
    private final Placement placement;
    private final boolean sparing;
    private final Map<String, String> lost = new ConcurrentHashMap<>();

    /** @param root a folder of the environment's own, above those of its hosts */
    SeveralHosts(List<HostTarget> hosts, Path root) {
        this(hosts, root, false);
    }

    private SeveralHosts(List<HostTarget> hosts, Path root, boolean sparing) {
        this.hosts = List.copyOf(hosts);
        this.root = root;
        this.placement = new Placement(hosts.stream().map(HostTarget::name).toList());
        this.sparing = sparing;
    }

    @Override
    public Target sparingLost() {
        return new SeveralHosts(hosts, root, true);
    }

    @Override
    public Map<String, String> lost() {
        return Map.copyOf(lost);
    }

    @Override
    public boolean isLost(String instance) {
        return lost.containsKey(hosts.get(placement.place(instance)).name());
    }

    /** Asks all of them, one after the other, for what they have. */
    <T> List<T> each(Function<Target, Stream<T>> question) {
        List<T> all = new ArrayList<>();
        for (HostTarget host : hosts) {
            at(host, question).ifPresent(found -> found.forEach(all::add));
        }
        return all;
    }

    /** @param order gets the host's number too, counted from 0 */
    void eachInTurn(PlaceOrder order) {
        for (int place = 0; place < hosts.size(); place++) {
            int number = place;
            give(number, target -> order.give(number, target));
        }
    }

    private void give(int place, Consumer<Target> order) {
        at(hosts.get(place), target -> {
            order.accept(target);
            return true;
        });
    }

    @FunctionalInterface
    interface PlaceOrder {
        void give(int place, Target target);
    }

    /** Asks the first that can be reached. */
    <T> T first(Function<Target, T> question) {
        Optional<T> answer = Optional.empty();
        for (int i = 0; i < hosts.size() && answer.isEmpty(); i++) {
            answer = at(hosts.get(i), question);
        }
        return answer.orElseThrow(
                () -> new TargetException("No host can be reached: %s".formatted(String.join(" ", lost.values()))));
    }

    private void all(Consumer<Target> order) {
        eachInTurn((_, target) -> order.accept(target));
    }

    private <T> T of(String instance, Function<Target, T> question) {
        return question.apply(hosts.get(placement.place(instance)).target());
    }

    /** Empty of a host that is spared. */
    private <T> Optional<T> at(HostTarget host, Function<Target, T> work) {
        if (lost.containsKey(host.name())) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(host.target()));
        } catch (TargetException | RoutingException e) {
            if (sparing && isLost(e)) {
                lost.put(host.name(), String.valueOf(e.getMessage()));
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isLost(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof UnreachableException || cause instanceof IOException);
    }

    /** Hosts that get nothing of it are not asked. */
    private <T> void spread(Collection<T> things, Function<T, String> name, BiConsumer<Target, List<T>> use) {
        things.stream()
                .collect(groupingBy(thing -> placement.place(name.apply(thing)), TreeMap::new, toList()))
                .forEach((place, here) -> give(place, target -> use.accept(target, here)));
    }

    @Override
    public void prepare(long fence) {
        all(target -> target.prepare(fence));
    }

    @Override
    public boolean exists() {
        return each(target -> Stream.of(target.exists())).contains(true);
    }

    @Override
    public void secrets(Map<String, String> values) {
        all(target -> target.secrets(values));
    }

    /** Those that every host has. */
    @Override
    public Set<String> secretNames() {
        List<Set<String>> names = each(target -> Stream.of(target.secretNames()));
        Set<String> common = names.isEmpty() ? new HashSet<>() : new HashSet<>(names.getFirst());
        names.forEach(common::retainAll);
        return common;
    }

    @Override
    public void databases(Map<String, String> wanted, Optional<String> version, long fence) {
        if (!wanted.isEmpty()) {
            throw new TargetException("%s would be another database on each host; set %s to one that all of them reach."
                    .formatted(String.join(", ", wanted.values()), String.join(", ", wanted.keySet())));
        }
    }

    @Override
    public void folders(Map<String, String> wanted, String image, long fence) {
        if (!wanted.isEmpty()) {
            throw new TargetException("%s would be another folder on each host; name a bucket instead."
                    .formatted(String.join(", ", wanted.values())));
        }
    }

    @Override
    public Optional<String> data() {
        return Optional.empty();
    }

    @Override
    public void deleteData() {
        all(Target::deleteData);
    }

    @Override
    public void start(List<InstanceSpec> instances, long fence) {
        spread(instances, InstanceSpec::name, (target, here) -> target.start(here, fence));
    }

    @Override
    public void stop(Collection<String> names, long fence) {
        spread(names, name -> name, (target, here) -> target.stop(here, fence));
    }

    @Override
    public List<Instance> instances() {
        return each(target -> target.instances().stream());
    }

    @Override
    public Endpoint reach(Endpoint there) {
        return of(there.instance(), target -> target.reach(there));
    }

    @Override
    public JobStatus job(JobSpec job, long fence) {
        return job.within()
                .map(instance -> of(instance, target -> target.job(job, fence)))
                .orElseGet(() -> first(target -> target.job(job, fence)));
    }

    @Override
    public JobOutput jobOutput(String id, long from) {
        return first(target -> target.jobOutput(id, from));
    }

    @Override
    public void carriedBy(Optional<String> router, long fence) {
        all(target -> target.carriedBy(router, fence));
    }

    @Override
    public void securedBy(Optional<AppSpec.Tls> tls, long fence) {
        all(target -> target.securedBy(tls, fence));
    }

    @Override
    public Router router() {
        return new HostRouters(this, placement);
    }

    /** This machine wakes it, for all of them. */
    @Override
    public void wakeEngine(Optional<Instant> at) {
        hosts.getFirst().target().wakeEngine(at);
    }

    @Override
    public List<LogLine> logs(Optional<String> service, Optional<SlotRef> slot, int lines) {
        List<LogLine> all = each(target -> target.logs(service, slot, lines).stream());
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    @Override
    public LogPage logsSince(Optional<String> service, Map<String, Long> cursor) {
        List<LogPage> pages = each(target -> Stream.of(target.logsSince(service, cursor)));
        Map<String, Long> next = new HashMap<>(cursor);
        pages.forEach(page -> page.cursor().forEach((instance, at) -> next.merge(instance, at, Math::max)));
        return new LogPage(pages.stream().flatMap(page -> page.lines().stream()).toList(), next);
    }

    @Override
    public void destroy(long fence) {
        all(target -> target.destroy(fence));
        if (lost.isEmpty()) {
            new StateFolder(root).remove();
        }
    }
}
