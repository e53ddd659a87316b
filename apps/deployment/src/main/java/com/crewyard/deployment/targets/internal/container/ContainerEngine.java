package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.FullDisk;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Docker or a podman, and what it refuses as one sentence. */
final class ContainerEngine implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_REFUSAL = 400;
    private static final int CONNECTIONS = 200;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(30);
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final List<String> GONE = List.of("already in progress", "not running", "no such");

    /** How often a question is put when the way to the engine is cut again and again. */
    private static final int MOST_ATTEMPTS = 6;

    /** Before the second, and longer each time: what held the way takes a moment to end. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final EngineMachine machine;
    private final DockerClientConfig config;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean known;

    private @Nullable Connections connections;

    private record Connections(DockerHttpClient http, DockerClient client) {}

    private ContainerEngine(EngineMachine machine, DockerClientConfig config) {
        this.machine = machine;
        this.config = config;
    }

    /** The one of a machine; opens no connection yet. */
    static ContainerEngine on(EngineMachine machine) {
        return new ContainerEngine(
                machine,
                DefaultDockerClientConfig.createDefaultConfigBuilder()
                        .withDockerHost(machine.engine())
                        .build());
    }

    /** Opened when something is asked first, and again by who asks after a close: logs are read when the engine has ended. */
    private synchronized Connections connections() {
        if (connections == null) {
            DockerHttpClient http = new ZerodepDockerHttpClient.Builder()
                    .dockerHost(config.getDockerHost())
                    .sslConfig(config.getSSLConfig())
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(CONNECT_WITHIN)
                    .responseTimeout(ANSWER_WITHIN)
                    .build();
            connections = new Connections(http, DockerClientImpl.getInstance(config, http));
        }
        return connections;
    }

    EngineMachine machine() {
        return machine;
    }

    /**
     * Asks for something. An engine that is far away is asked again when the way to it was cut, so questions bear that.
     *
     * @param doing what, as in "refused to …"
     */
    <T> T ask(String doing, Function<DockerClient, T> question) {
        for (int attempt = 1; ; attempt++) {
            machine.connect();
            try {
                return question.apply(connections().client());
            } catch (TargetException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !machine.isFarAway() || !isUnreachable(e)) {
                    throw translated(doing, e);
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Waiting for the container engine was interrupted.", e);
        }
    }

    /** Has something done that may be done already. */
    void order(String doing, Consumer<DockerClient> order) {
        ask(doing, docker -> {
            try {
                order.accept(docker);
            } catch (NotModifiedException _) {
                // It was so already.
            }
            return true;
        });
    }

    /** Asks for something that may not be there. */
    <T> Optional<T> find(String doing, Function<DockerClient, T> question) {
        return ask(doing, docker -> {
            try {
                return Optional.of(question.apply(docker));
            } catch (DockerException e) {
                if (isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Podman does not always say 404 of a container that goes in that very moment. */
    static boolean isMissing(DockerException refusal) {
        return refusal instanceof NotFoundException || GONE.stream().anyMatch(message(refusal)::contains);
    }

    /** Does something to what may be gone, or on its way. */
    void unlessGone(String doing, Consumer<DockerClient> order) {
        order(doing, docker -> {
            try {
                order.accept(docker);
            } catch (DockerException e) {
                if (!isMissing(e)) {
                    throw e;
                }
            }
        });
    }

    /**
     * Makes a container with an address and a hardware address, which the client's own command has no word for: engines before API 1.44
     * read it elsewhere than podman and later ones.
     */
    void create(CreateContainerCmd command, String network, String ip, String hardware) {
        ObjectNode body = JSON.valueToTree(command);
        ObjectNode endpoint = JSON.createObjectNode().put("MacAddress", hardware);
        endpoint.putObject("IPAMConfig").put("IPv4Address", ip);
        body.putObject("NetworkingConfig").putObject("EndpointsConfig").set(network, endpoint);
        try (DockerHttpClient.Response answer = connections()
                .http()
                .execute(DockerHttpClient.Request.builder()
                        .method(DockerHttpClient.Request.Method.POST)
                        .path("/containers/create?name=" + command.getName())
                        .putHeader("content-type", "application/json")
                        .body(new ByteArrayInputStream(JSON.writeValueAsBytes(body)))
                        .build())) {
            String said = new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (answer.getStatusCode()) {
                case 404 -> throw new NotFoundException(said);
                case 409 -> throw new ConflictException(said);
                default -> {
                    if (answer.getStatusCode() >= FIRST_REFUSAL) {
                        throw new DockerException(said, answer.getStatusCode());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something to a container unless another thread is about it. */
    void alone(String container, Runnable work) {
        if (inHand.add(container)) {
            try {
                work.run();
            } finally {
                inHand.remove(container);
            }
        }
    }

    /** Gets its machine ready, and refuses an engine that cannot have an environment. */
    void prepare() {
        machine.prepare();
        if (known) {
            return;
        }
        Info info = ask("tell about itself", docker -> docker.infoCmd().exec());
        boolean rootless = Optional.ofNullable(info.getSecurityOptions()).orElse(List.of()).stream()
                .anyMatch(option -> option.contains("rootless"));
        if (rootless) {
            throw new TargetException(
                    "The container engine %s runs without root, so its containers have no addresses here; use one that runs as root."
                            .formatted(machine.called()));
        }
        machine.require(String.valueOf(info.getName()));
        known = true;
    }

    private TargetException translated(String doing, RuntimeException failure) {
        String message = message(failure);
        if (isUnreachable(failure)) {
            return new TargetException(
                    "The container engine %s does not answer (%s); %s."
                            .formatted(machine.called(), message, machine.remedy()),
                    failure);
        }
        if (FullDisk.isToldBy(message)) {
            return new TargetException(
                    "The disk of the container engine is full, so it did not %s; free some space, with docker image prune for instance, then deploy again."
                            .formatted(doing),
                    failure);
        }
        return new TargetException("The container engine did not %s: %s.".formatted(doing, message), failure);
    }

    private static boolean isUnreachable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(IOException.class::isInstance);
    }

    /** The engine's own words, without the envelope. */
    static String message(Throwable failure) {
        Throwable cause = failure;
        while (!(failure instanceof DockerException) && cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = String.valueOf(cause.getMessage()).strip();
        Matcher matcher = MESSAGE.matcher(text);
        String words = matcher.find() ? matcher.group(1).replace("\\\"", "\"").replace("\\n", " ") : text;
        return words.strip().replaceFirst("\\.$", "");
    }

    @Override
    public synchronized void close() {
        try {
            if (connections != null) {
                connections.client().close();
                connections = null;
            }
        } catch (IOException e) {
            throw new TargetException(
                    "The connection to %s cannot be closed (%s).".formatted(config.getDockerHost(), e.getMessage()), e);
        }
    }
}
