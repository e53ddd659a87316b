package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The container engine that environments of containers run on, found when it is needed first. */
public final class ContainerPlace implements AutoCloseable {

    private final Supplier<EngineMachine> machine;
    private final List<String> wakeCommand;
    private final Map<EnvironmentRef, Target> targets = new HashMap<>();
    private @Nullable ContainerEngine engine;

    /**
     * @param address of the engine, such as {@code unix:///var/run/docker.sock}; empty for what {@code DOCKER_HOST} says, or the
     *     usual socket
     * @param wakeCommand starts an engine of ours that does what is due and ends; empty when one runs all the time
     */
    public ContainerPlace(Optional<String> address, List<String> wakeCommand) {
        this(
                () -> new ThisMachine(
                        address.or(EngineAddress::find)
                                .orElseThrow(
                                        () -> new TargetException(
                                                "No container engine is found on this machine; install Docker or podman, or name one with DOCKER_HOST."))),
                wakeCommand);
    }

    /** @param machine that the engine runs on; asked for once, when it is needed first */
    public ContainerPlace(Supplier<EngineMachine> machine, List<String> wakeCommand) {
        this.machine = machine;
        this.wakeCommand = List.copyOf(wakeCommand);
    }

    /**
     * The one object for an environment in this process.
     *
     * @param root a folder of the environment's own
     * @param lasting another, for what is to outlive the environment
     */
    public synchronized Target target(EnvironmentRef environment, Path root, Path lasting) {
        return targets.computeIfAbsent(
                environment, it -> new ContainerTarget(it, engine(), root, lasting, wakeCommand));
    }

    public Images images() {
        return new ContainerImages(engine());
    }

    private synchronized ContainerEngine engine() {
        if (engine == null) {
            engine = ContainerEngine.on(machine.get());
        }
        return engine;
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
            engine.machine().close();
            engine = null;
        }
    }
}
