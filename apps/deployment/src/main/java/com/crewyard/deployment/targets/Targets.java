package com.crewyard.deployment.targets;

import com.crewyard.deployment.targets.internal.container.ContainerPlace;
import com.crewyard.deployment.targets.internal.process.ProcessTarget;
import com.crewyard.deployment.targets.internal.ssh.SshPlaces;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.SshHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The targets there are. */
public final class Targets implements AutoCloseable {

    /** What people on this machine call it. */
    public static final String THIS_MACHINE = "localhost";

    public static final String PROCESS = "process";
    public static final String CONTAINER = "container";
    public static final String SSH = "ssh";

    private static final String BETWEEN_HOSTS = "; ";

    private final Path state;
    private final List<String> wakeCommand;
    private final Path engineLock;
    private final ContainerPlace containers;
    private final SshPlaces hosts;

    /**
     * @param state where targets keep what they need on this machine
     * @param wakeCommand starts an engine that does what is due and ends; empty when one runs all the time
     * @param engineLock a file that a running engine has locked
     * @param containerEngine its address, such as {@code unix:///var/run/docker.sock}; empty for the usual one
     * @param sshKey the file of a private key for hosts; empty for those of the agent and of ~/.ssh
     * @param sshPatience how long a host is tried again that was reached before
     * @param progress hears of what is done to hosts, before it is done
     */
    public Targets(
            Path state,
            List<String> wakeCommand,
            Path engineLock,
            Optional<String> containerEngine,
            Optional<Path> sshKey,
            Duration sshPatience,
            Consumer<String> progress) {
        this.state = state;
        this.wakeCommand = List.copyOf(wakeCommand);
        this.engineLock = engineLock;
        this.containers = new ContainerPlace(containerEngine, wakeCommand);
        this.hosts = new SshPlaces(sshKey, sshPatience, wakeCommand, progress);
    }

    /** Whether there is a target of this name. */
    public static boolean has(String target) {
        return target.equals(PROCESS) || target.equals(CONTAINER) || target.equals(SSH);
    }

    /**
     * Whether there is a router that sends copies of requests to slots whose answers nobody sees: the one within the process target's
     * keeper does.
     *
     * @param router as the environment names it; empty for the target's usual one
     */
    public static boolean copiesRequests(String target, Optional<String> router) {
        return target.equals(PROCESS) && router.isEmpty();
    }

    /**
     * The place that an app spec names: its target, and of hosts their addresses and what is pinned.
     *
     * @throws IllegalArgumentException in a sentence, when it names none
     */
    public static String place(AppSpec.Environment environment) {
        if (!environment.target().equals(SSH)) {
            return environment.target();
        }
        if (environment.hosts().isEmpty()) {
            throw new IllegalArgumentException(
                    "Environment %s names no hosts; write hosts: [deploy@vm1.example.com] into it."
                            .formatted(environment.name()));
        }
        return SSH + " " + environment.hosts().stream().map(SshHost::text).collect(Collectors.joining(BETWEEN_HOSTS));
    }

    /** A place as people call it, without what is pinned. */
    public static String called(String place) {
        return isOfHosts(place) ? SSH + " " + String.join(", ", placement(place).hosts()) : place;
    }

    /** The machine that people find a place's ports on; of several, the first. */
    public static String machine(String place) {
        return isOfHosts(place) ? hosts(place).getFirst().name() : THIS_MACHINE;
    }

    /** How instances are spread over a place. */
    public static Placement placement(String place) {
        return new Placement(
                isOfHosts(place) ? hosts(place).stream().map(SshHost::toString).toList() : List.of());
    }

    /** Whether two places are one, though another key may be pinned. */
    public static boolean isSame(String place, String other) {
        return called(place).equals(called(other));
    }

    /**
     * An environment's place.
     *
     * @param place as {@link #place} has it
     */
    public Target of(EnvironmentRef environment, String place) {
        Path root = state.resolve("environments").resolve(environment.label());
        Path databases = state.resolve("databases").resolve(environment.label());
        if (isOfHosts(place)) {
            return hosts.target(hosts(place), environment, root, databases);
        }
        return switch (place) {
            case PROCESS -> new ProcessTarget(environment, root, databases, wakeCommand, engineLock);
            case CONTAINER -> containers.target(environment, root, databases);
            default ->
                throw new TargetException("Environment %s is of target %s, which this engine does not deploy to."
                        .formatted(environment, place));
        };
    }

    /** Where a place's images are; empty for one that runs programs as they lie in a folder. */
    public Optional<Images> images(String place) {
        if (isOfHosts(place)) {
            return Optional.of(hosts.images(hosts(place)));
        }
        return place.equals(CONTAINER) ? Optional.of(containers.images()) : Optional.empty();
    }

    private static boolean isOfHosts(String place) {
        return place.startsWith(SSH + " ");
    }

    private static List<SshHost> hosts(String place) {
        return Stream.of(place.substring(SSH.length() + 1).split(BETWEEN_HOSTS, -1))
                .map(SshHost::ofText)
                .toList();
    }

    @Override
    public void close() {
        containers.close();
        hosts.close();
    }
}
