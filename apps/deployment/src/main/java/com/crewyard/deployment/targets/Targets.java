package com.crewyard.deployment.targets;

import com.crewyard.deployment.targets.internal.container.ContainerPlace;
import com.crewyard.deployment.targets.internal.process.ProcessTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The targets there are. */
public final class Targets implements AutoCloseable {

    public static final String PROCESS = "process";
    public static final String CONTAINER = "container";

    private final Path state;
    private final List<String> wakeCommand;
    private final Path engineLock;
    private final ContainerPlace containers;

    /**
     * @param state where targets keep what they need on this machine
     * @param wakeCommand starts an engine that does what is due and ends; empty when one runs all the time
     * @param engineLock a file that a running engine has locked
     * @param containerEngine its address, such as {@code unix:///var/run/docker.sock}; empty for the usual one
     */
    public Targets(Path state, List<String> wakeCommand, Path engineLock, Optional<String> containerEngine) {
        this.state = state;
        this.wakeCommand = List.copyOf(wakeCommand);
        this.engineLock = engineLock;
        this.containers = new ContainerPlace(containerEngine, wakeCommand);
    }

    /** Whether there is a target of this name. */
    public static boolean has(String target) {
        return target.equals(PROCESS) || target.equals(CONTAINER);
    }

    /**
     * An environment's place.
     *
     * @param target its name in app specs
     */
    public Target of(EnvironmentRef environment, String target) {
        Path root = state.resolve("environments").resolve(environment.label());
        Path databases = state.resolve("databases").resolve(environment.label());
        return switch (target) {
            case PROCESS -> new ProcessTarget(environment, root, databases, wakeCommand, engineLock);
            case CONTAINER -> containers.target(environment, root, databases);
            default ->
                throw new TargetException("Environment %s is of target %s, which this engine does not deploy to."
                        .formatted(environment, target));
        };
    }

    /** Where a target's images are; empty for one that runs programs as they lie in a folder. */
    public Optional<Images> images(String target) {
        return target.equals(CONTAINER) ? Optional.of(containers.images()) : Optional.empty();
    }

    @Override
    public void close() {
        containers.close();
    }
}
