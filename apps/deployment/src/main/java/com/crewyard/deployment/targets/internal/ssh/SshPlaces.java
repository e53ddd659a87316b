package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.internal.container.ContainerPlace;
import com.crewyard.hosting.spec.SshHost;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The hosts that environments run on, each a container host behind one connection, which is made when it is needed first. */
public final class SshPlaces implements AutoCloseable {

    private final Optional<Path> identity;
    private final List<String> wakeCommand;
    private final Consumer<String> progress;
    private final Map<SshHost, ContainerPlace> places = new HashMap<>();

    /**
     * @param identity a private key's file; empty for those of the agent and of ~/.ssh
     * @param wakeCommand starts an engine of ours that does what is due and ends; empty when one runs all the time
     * @param progress hears of what is done to hosts, before it is done
     */
    public SshPlaces(Optional<Path> identity, List<String> wakeCommand, Consumer<String> progress) {
        this.identity = identity;
        this.wakeCommand = List.copyOf(wakeCommand);
        this.progress = progress;
    }

    public synchronized ContainerPlace at(SshHost host) {
        return places.computeIfAbsent(
                host, it -> new ContainerPlace(() -> new SshMachine(it, identity, progress), wakeCommand));
    }

    @Override
    public synchronized void close() {
        places.values().forEach(ContainerPlace::close);
    }
}
