package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.internal.container.ContainerPlace;
import com.crewyard.hosting.spec.SshHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The hosts that environments run on, each a container host behind one connection, which is made when it is needed first. */
public final class SshPlaces implements AutoCloseable {

    private final Optional<Path> identity;
    private final Duration patience;
    private final List<String> wakeCommand;
    private final Consumer<String> progress;
    private final Map<SshHost, ContainerPlace> places = new HashMap<>();

    /**
     * @param identity a private key's file; empty for those of the agent and of ~/.ssh
     * @param patience how long a host is tried again that was reached before
     * @param wakeCommand starts an engine of ours that does what is due and ends; empty when one runs all the time
     * @param progress hears of what is done to hosts, before it is done
     */
    public SshPlaces(Optional<Path> identity, Duration patience, List<String> wakeCommand, Consumer<String> progress) {
        this.identity = identity;
        this.patience = patience;
        this.wakeCommand = List.copyOf(wakeCommand);
        this.progress = progress;
    }

    /**
     * An environment on hosts.
     *
     * @param root a folder of the environment's own
     * @param lasting another, for what is to outlive the environment
     */
    public Target target(List<SshHost> hosts, EnvironmentRef environment, Path root, Path lasting) {
        if (hosts.size() == 1) {
            return at(hosts.getFirst()).target(environment, root, lasting);
        }
        List<HostTarget> all = hosts.stream()
                .map(host -> new HostTarget(
                        host.toString(),
                        at(host).target(
                                        environment,
                                        root.resolve("hosts").resolve(folder(host)),
                                        lasting.resolve("hosts").resolve(folder(host)))))
                .toList();
        return new SeveralHosts(all, root);
    }

    /** Where the images of an environment on hosts are. */
    public Images images(List<SshHost> hosts) {
        return hosts.size() == 1
                ? at(hosts.getFirst()).images()
                : new HostImages(hosts.stream()
                        .map(host -> new HostImages.At(host.toString(), at(host).images()))
                        .toList());
    }

    private static String folder(SshHost host) {
        return host.toString().replaceAll("[^\\w.-]", "_");
    }

    public synchronized ContainerPlace at(SshHost host) {
        return places.computeIfAbsent(
                host, it -> new ContainerPlace(() -> new SshMachine(it, identity, patience, progress), wakeCommand));
    }

    @Override
    public synchronized void close() {
        places.values().forEach(ContainerPlace::close);
    }
}
