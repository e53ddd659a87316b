package com.crewyard.deployment.targets;

import com.crewyard.deployment.targets.internal.process.ProcessTarget;
import java.nio.file.Path;
import java.util.List;

/** The targets there are. */
public final class Targets {

    private final Path state;
    private final List<String> wakeCommand;
    private final Path engineLock;

    /**
     * @param state where targets keep what they need on this machine
     * @param wakeCommand starts an engine that does what is due and ends; empty when one runs all the time
     * @param engineLock a file that a running engine has locked
     */
    public Targets(Path state, List<String> wakeCommand, Path engineLock) {
        this.state = state;
        this.wakeCommand = List.copyOf(wakeCommand);
        this.engineLock = engineLock;
    }

    public Target process(EnvironmentRef environment) {
        return new ProcessTarget(
                environment,
                state.resolve("environments").resolve(environment.label()),
                state.resolve("databases").resolve(environment.label()),
                wakeCommand,
                engineLock);
    }
}
