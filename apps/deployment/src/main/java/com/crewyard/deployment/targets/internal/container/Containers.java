package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The containers of an environment. */
final class Containers {

    static final String RUNNING = "running";
    static final String CREATED = "created";

    private final ContainerEngine engine;
    private final Labels labels;

    Containers(ContainerEngine engine, Labels labels) {
        this.engine = engine;
        this.labels = labels;
    }

    ContainerEngine engine() {
        return engine;
    }

    Labels labels() {
        return labels;
    }

    List<Container> all() {
        return listed(labels.common());
    }

    List<Container> all(Kind kind) {
        return listed(labels.of(kind));
    }

    private List<Container> listed(Map<String, String> wanted) {
        List<Container> found = engine.ask(
                "list containers",
                docker -> docker.listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(Labels.filters(wanted))
                        .exec());
        return found.stream()
                .filter(container -> container.getLabels().entrySet().containsAll(wanted.entrySet()))
                .toList();
    }

    Optional<InspectContainerResponse> inspect(String container) {
        return engine.find(
                "look at a container",
                docker -> docker.inspectContainerCmd(container).exec());
    }

    /** Addresses that containers have, running or not. */
    Set<String> addresses() {
        return all().stream()
                .flatMap(container -> Optional.ofNullable(container.getLabels().get(Labels.ADDRESS)).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Makes a container unless there is one of that name, and starts it unless it runs.
     *
     * @param name its last part
     */
    void run(String name, String image, Kind kind, HostConfig host, Consumer<CreateContainerCmd> more) {
        create(name, image, kind, host, more);
        start(labels.name(name), image);
    }

    void create(String name, String image, Kind kind, HostConfig host, Consumer<CreateContainerCmd> more) {
        engine.order("make a container of the image " + image, docker -> {
            CreateContainerCmd command = docker.createContainerCmd(image)
                    .withName(labels.name(name))
                    .withLabels(labels.of(kind))
                    .withHostConfig(host);
            more.accept(command);
            String address = labelled(command).get(Labels.ADDRESS);
            try {
                if (address == null) {
                    command.exec();
                } else {
                    engine.create(command, labels.name(), address, EnvironmentNetwork.hardware(address));
                }
            } catch (ConflictException _) {
                // There is one: a former attempt came this far.
            } catch (NotFoundException e) {
                throw new TargetException(
                        "The image %s is not at the container engine any more; deploy again, so that it is pulled or built."
                                .formatted(image),
                        e);
            }
        });
    }

    private static Map<String, String> labelled(CreateContainerCmd command) {
        return Optional.ofNullable(command.getLabels()).orElse(Map.of());
    }

    void start(String container, String image) {
        engine.order(
                "start a container of the image " + image,
                docker -> docker.startContainerCmd(container).exec());
    }

    void remove(String container) {
        engine.unlessGone(
                "remove a container",
                docker -> docker.removeContainerCmd(container)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    /** Does something with each of them at once; the first failure is thrown when all are through. */
    static <T, R> List<R> together(List<T> all, Function<T, R> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> results = new ArrayList<>();
            for (T one : all) {
                results.add(threads.submit(() -> work.apply(one)));
            }
            List<R> done = new ArrayList<>();
            for (Future<R> result : results) {
                done.add(result.get());
            }
            return done;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("waiting for containers was interrupted", e);
        }
    }

    /** Docker says {@code …Z}, podman an offset. */
    static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }
}
