package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.Instance.State;
import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Instances as containers that the engine starts again when they end by themselves. One that is to end is renamed first, so that
 * whoever comes later knows, and is removed once it has ended; what it said is kept.
 */
final class InstanceContainers {

    private static final String ENDING = ".ending";
    private static final long NANOS_OF_A_CPU = 1_000_000_000;
    private static final long MEBIBYTE = 1 << 20;

    private final Containers containers;
    private final EnvironmentNetwork network;
    private final FolderVolumes folders;
    private final ContainerLogs logs;
    private final Map<String, String> lastWords = new ConcurrentHashMap<>();

    InstanceContainers(Containers containers, EnvironmentNetwork network, FolderVolumes folders, ContainerLogs logs) {
        this.containers = containers;
        this.network = network;
        this.folders = folders;
        this.logs = logs;
    }

    void start(List<InstanceSpec> specs, Variables variables) {
        Map<String, Container> there = containers.all(Kind.INSTANCE).stream()
                .filter(container -> !isEnding(container))
                .collect(Collectors.toMap(InstanceContainers::instance, container -> container));
        Set<String> taken = new HashSet<>(containers.addresses());
        record Beginning(InstanceSpec spec, String address) {}
        List<Beginning> beginnings = new ArrayList<>();
        for (InstanceSpec spec : specs) {
            Container found = there.get(spec.name());
            if (found == null) {
                String address = network.free(taken, spec.release());
                taken.add(address);
                beginnings.add(new Beginning(spec, address));
            } else if (!found.getState().equals(Containers.RUNNING)) {
                containers.start(found.getId(), spec.image());
            }
        }
        List<Bind> shared = beginnings.isEmpty() ? List.of() : folders.binds();
        Containers.together(beginnings, beginning -> {
            begin(beginning.spec(), beginning.address(), variables, shared);
            return true;
        });
    }

    private void begin(InstanceSpec spec, String address, Variables variables, List<Bind> shared) {
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode(network.name())
                .withBinds(shared)
                .withRestartPolicy(RestartPolicy.unlessStoppedRestart());
        spec.limits()
                .ifPresent(limits -> host.withMemory(limits.memoryMebibytes() * MEBIBYTE)
                        .withNanoCPUs(Math.round(limits.cpu() * NANOS_OF_A_CPU)));
        Map<String, String> labels = new HashMap<>(containers.labels().of(Kind.INSTANCE));
        labels.put(Labels.INSTANCE, spec.name());
        labels.put(Labels.SLOT, spec.slot().name());
        labels.put(Labels.SERVICE, spec.service());
        labels.put(Labels.RELEASE, String.valueOf(spec.release()));
        labels.put(Labels.ADDRESS, address);
        labels.put(Labels.PATIENCE, String.valueOf(seconds(spec.stopWithin())));
        spec.port().ifPresent(port -> labels.put(Labels.PORT, String.valueOf(port)));
        containers.run(spec.name(), spec.image(), Kind.INSTANCE, host, command -> {
            command.withLabels(labels).withEnv(variables.of(spec)).withHostName(hostName(spec.name()));
            if (!spec.command().isEmpty()) {
                command.withCmd(spec.command());
            }
        });
    }

    /** Marks them, and has them asked to end without waiting for it. */
    void stop(Collection<String> names) {
        List<Container> meant = containers.all(Kind.INSTANCE).stream()
                .filter(container -> names.contains(instance(container)))
                .toList();
        for (Container container : meant) {
            if (!isEnding(container)) {
                containers
                        .engine()
                        .order(
                                "rename a container",
                                docker -> docker.renameContainerCmd(container.getId())
                                        .withName(containers.labels().name(instance(container) + ENDING))
                                        .exec());
            }
            Thread.ofVirtual().name("stop-" + instance(container)).start(() -> end(container));
        }
    }

    private void end(Container container) {
        try {
            containers
                    .engine()
                    .unlessGone(
                            "stop a container",
                            docker -> docker.stopContainerCmd(container.getId())
                                    .withTimeout(patience(container))
                                    .exec());
            remove(container);
        } catch (TargetException _) {
            // The next look finds it as it is, and the step is done again.
        }
    }

    private void remove(Container container) {
        containers.engine().alone(container.getId(), () -> {
            logs.keep(instance(container), container.getId());
            containers.remove(container.getId());
        });
    }

    /** Ends all of them and waits for it. */
    void destroy() {
        Containers.together(containers.all(Kind.INSTANCE), container -> {
            int patience = patience(container);
            containers
                    .engine()
                    .unlessGone(
                            "stop a container",
                            docker -> docker.stopContainerCmd(container.getId())
                                    .withTimeout(patience)
                                    .exec());
            containers.remove(container.getId());
            return true;
        });
    }

    List<Instance> instances() {
        List<Container> found = containers.all(Kind.INSTANCE);
        found.stream()
                .filter(container -> isEnding(container) && hasEnded(container.getState()))
                .forEach(this::remove);
        return Containers.together(
                        found.stream()
                                .filter(container -> !isEnding(container) || !hasEnded(container.getState()))
                                .toList(),
                        container -> containers.inspect(container.getId()).map(this::instance))
                .stream()
                .flatMap(Optional::stream)
                .filter(instance -> !instance.handle().isEmpty())
                .sorted(java.util.Comparator.comparing(Instance::name))
                .toList();
    }

    private Instance instance(InspectContainerResponse container) {
        Map<String, String> labels =
                Objects.requireNonNull(container.getConfig().getLabels());
        ContainerState state = container.getState();
        String name = label(labels, Labels.INSTANCE);
        String status = String.valueOf(state.getStatus());
        boolean ending = container.getName().endsWith(ENDING);
        if (hasEnded(status) || status.equals("restarting")) {
            lastWords.put(name, ending(state));
        }
        return new Instance(
                name,
                new SlotRef(label(labels, Labels.SLOT)),
                label(labels, Labels.SERVICE),
                Integer.parseInt(label(labels, Labels.RELEASE)),
                ending || status.equals("stopping")
                        ? State.STOPPING
                        : Boolean.TRUE.equals(state.getRunning()) && !status.equals("restarting")
                                ? State.RUNNING
                                : State.WAITING,
                Optional.ofNullable(labels.get(Labels.PORT))
                        .map(port -> new Endpoint(name, label(labels, Labels.ADDRESS), Integer.parseInt(port))),
                status.equals(Containers.CREATED) || ending && hasEnded(status)
                        ? ""
                        : container.getId().substring(0, 12),
                Optional.ofNullable(container.getRestartCount()).orElse(0),
                Optional.ofNullable(lastWords.get(name)),
                Containers.moment(String.valueOf(state.getStartedAt())));
    }

    private static String ending(ContainerState state) {
        return Boolean.TRUE.equals(state.getOOMKilled())
                ? "no memory left within its limit"
                : "exit code " + Optional.ofNullable(state.getExitCodeLong()).orElse(-1L);
    }

    private static int patience(Container container) {
        return Integer.parseInt(container.getLabels().getOrDefault(Labels.PATIENCE, "10"));
    }

    private static boolean isEnding(Container container) {
        return container.getNames() != null
                && List.of(container.getNames()).stream().anyMatch(name -> name.endsWith(ENDING));
    }

    private static boolean hasEnded(String state) {
        return state.equals("exited") || state.equals("dead") || state.equals("stopped");
    }

    static String instance(Container container) {
        return label(container.getLabels(), Labels.INSTANCE);
    }

    private static String label(Map<String, String> labels, String name) {
        return labels.getOrDefault(name, "");
    }

    private static long seconds(Duration patience) {
        return Math.max(1, patience.plusMillis(999).toSeconds());
    }

    /** Letters, digits and dashes, at most 63 (RFC 1123). */
    private static String hostName(String instance) {
        String name = instance.replace('.', '-');
        return name.substring(Math.max(0, name.length() - 63)).replaceFirst("^-+", "");
    }
}
