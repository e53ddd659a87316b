package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.RouterFiles;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A router's program in a container on the network of the host, so that its ports open and close while it runs and clients keep their
 * addresses. Its folder is one of that host, mounted at the same path; what is asked of files and sockets goes there directly.
 */
final class ContainerSite implements RouterSite {

    private static final String NAME = "router";
    private static final String ONCE = "router.once";
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(30);
    private static final int LAST_LINES = 100;

    private final Containers containers;
    private final RouterFiles files;
    private final Supplier<String> image;

    /** @param files the folder, on the machine of the engine */
    ContainerSite(Containers containers, RouterFiles files, Supplier<String> image) {
        this.containers = containers;
        this.files = files;
        this.image = image;
    }

    @Override
    public List<String> addresses() {
        return files.addresses();
    }

    @Override
    public Provided provide() {
        return files.provide();
    }

    /** The image has it on its path. */
    @Override
    public String program(String name) {
        return name;
    }

    @Override
    public String path(String file) {
        return files.path(file);
    }

    @Override
    public Optional<String> read(String file) {
        return files.read(file);
    }

    @Override
    public long size(String file) {
        return files.size(file);
    }

    @Override
    public byte[] readFrom(String file, long offset) {
        return files.readFrom(file, offset);
    }

    @Override
    public void write(String file, String text) {
        files.write(file, text);
    }

    @Override
    public void rename(String from, String to) {
        files.rename(from, to);
    }

    @Override
    public boolean isFree(int port) {
        return files.isFree(port);
    }

    @Override
    public String ask(String socket, String question) {
        return files.ask(socket, question);
    }

    @Override
    public Ran run(List<String> command) {
        return routing(() -> find().filter(ContainerSite::runs)
                .map(container -> within(container.getId(), command))
                .orElseGet(() -> once(command)));
    }

    @Override
    public Optional<String> running() {
        return routing(this::find)
                .filter(ContainerSite::runs)
                .map(container -> container.getId() + " " + container.getState().getStartedAt());
    }

    @Override
    public void start(List<String> command) {
        routing(() -> {
            containers.remove(name(NAME));
            containers.run(
                    NAME,
                    image.get(),
                    Kind.ROUTER,
                    host().withRestartPolicy(RestartPolicy.unlessStoppedRestart()),
                    container -> program(container, command));
            return true;
        });
    }

    @Override
    public void signal(String name) {
        routing(() -> {
            containers
                    .engine()
                    .unlessGone(
                            "send the router a signal",
                            docker -> docker.killContainerCmd(name(NAME))
                                    .withSignal(name)
                                    .exec());
            return true;
        });
    }

    @Override
    public String said() {
        return routing(() -> String.join(
                "\n", new Output(containers.engine()).lines(name(NAME), command -> command.withTail(LAST_LINES))));
    }

    @Override
    public void stop(Duration patience) {
        routing(() -> {
            if (!patience.isZero() && find().filter(ContainerSite::runs).isPresent()) {
                containers
                        .engine()
                        .unlessGone(
                                "stop the router",
                                docker -> docker.stopContainerCmd(name(NAME))
                                        .withTimeout((int) Math.max(1, patience.toSeconds()))
                                        .exec());
            }
            containers.remove(name(NAME));
            return true;
        });
    }

    @Override
    public void remove() {
        stop(Duration.ZERO);
        files.remove();
    }

    private Ran within(String container, List<String> command) {
        Commands.Ran ran = new Commands(containers.engine()).run(container, command, List.of(), LONGEST_COMMAND);
        return new Ran(ran.exitCode().map(Math::toIntExact).orElse(-1), ran.said());
    }

    /** Before the program runs there is no container, so the command gets one of its own. */
    private Ran once(List<String> command) {
        containers.remove(name(ONCE));
        containers.run(ONCE, image.get(), Kind.ROUTER, host(), container -> program(container, command));
        try {
            return containers.engine().ask("wait for a container", docker -> {
                int code = docker.waitContainerCmd(name(ONCE))
                        .exec(new WaitContainerResultCallback())
                        .awaitStatusCode(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS);
                String said = String.join("\n", new Output(containers.engine()).lines(name(ONCE), output -> output));
                return new Ran(code, said);
            });
        } finally {
            containers.remove(name(ONCE));
        }
    }

    private HostConfig host() {
        return HostConfig.newHostConfig()
                .withNetworkMode("host")
                .withBinds(files.provide().folders().stream()
                        .map(path -> new Bind(path, new Volume(path)))
                        .toList());
    }

    /** As whoever runs the engine, so that both may use files and sockets. */
    private void program(CreateContainerCmd container, List<String> command) {
        RouterFiles.Provided provided = files.provide();
        container
                .withEntrypoint(command.getFirst())
                .withCmd(command.subList(1, command.size()))
                .withWorkingDir(provided.folders().getFirst())
                .withUser(provided.owner());
    }

    private Optional<InspectContainerResponse> find() {
        return containers.inspect(name(NAME));
    }

    private static boolean runs(InspectContainerResponse container) {
        return Boolean.TRUE.equals(container.getState().getRunning());
    }

    private String name(String last) {
        return containers.labels().name(last);
    }

    private static <T> T routing(Supplier<T> work) {
        try {
            return work.get();
        } catch (TargetException e) {
            throw new RoutingException(String.valueOf(e.getMessage()), e);
        }
    }
}
