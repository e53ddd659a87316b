package com.crewyard.deployment.targets;

import com.crewyard.deployment.targets.internal.container.ContainerPlace;
import com.crewyard.deployment.targets.internal.process.ProcessTarget;
import com.crewyard.deployment.targets.internal.ssh.SshPlaces;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.SshHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The targets there are. */
public final class Targets implements AutoCloseable {

    public static final String PROCESS = "process";
    public static final String CONTAINER = "container";
    public static final String SSH = "ssh";

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
     * @param progress hears of what is done to hosts, before it is done
     */
    public Targets(
            Path state,
            List<String> wakeCommand,
            Path engineLock,
            Optional<String> containerEngine,
            Optional<Path> sshKey,
            Consumer<String> progress) {
        this.state = state;
        this.wakeCommand = List.copyOf(wakeCommand);
        this.engineLock = engineLock;
        this.containers = new ContainerPlace(containerEngine, wakeCommand);
        this.hosts = new SshPlaces(sshKey, wakeCommand, progress);
    }

    /** Whether there is a target of this name. */
    public static boolean has(String target) {
        return target.equals(PROCESS) || target.equals(CONTAINER) || target.equals(SSH);
    }

    /**
     * The place that an app spec names: its target, and of hosts their address and what is pinned.
     *
     * @throws IllegalArgumentException in a sentence, when it names none
     */
    public static String place(AppSpec.Environment environment) {
        if (!environment.target().equals(SSH)) {
            return environment.target();
        }
        if (environment.hosts().size() != 1) {
            throw new IllegalArgumentException(
                    "Environment %s names %d hosts, and ./crewyard deploys to one; name one in hosts, or give each host an environment of its own."
                            .formatted(environment.name(), environment.hosts().size()));
        }
        return SSH + " " + environment.hosts().getFirst().text();
    }

    /** A place as people call it, without what is pinned. */
    public static String called(String place) {
        return isHost(place) ? SSH + " " + host(place) : place;
    }

    /** The machine that people find a place's ports on. */
    public static String machine(String place) {
        return isHost(place) ? host(place).name() : "localhost";
    }

    /** Whether two places are one, though another key may be pinned. */
    public static boolean isSame(String place, String other) {
        return isHost(place) && isHost(other)
                ? host(place).toString().equals(host(other).toString())
                : place.equals(other);
    }

    /**
     * An environment's place.
     *
     * @param place as {@link #place} has it
     */
    public Target of(EnvironmentRef environment, String place) {
        Path root = state.resolve("environments").resolve(environment.label());
        Path databases = state.resolve("databases").resolve(environment.label());
        if (isHost(place)) {
            return hosts.at(host(place)).target(environment, root, databases);
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
        if (isHost(place)) {
            return Optional.of(hosts.at(host(place)).images());
        }
        return place.equals(CONTAINER) ? Optional.of(containers.images()) : Optional.empty();
    }

    private static boolean isHost(String place) {
        return place.startsWith(SSH + " ");
    }

    private static SshHost host(String place) {
        return SshHost.ofText(place.substring(SSH.length() + 1));
    }

    @Override
    public void close() {
        containers.close();
        hosts.close();
    }
}
