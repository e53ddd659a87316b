package com.crewyard.deployment.targets.internal.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where container engines are found. */
final class EngineAddress {

    private static final String VARIABLE = "DOCKER_HOST";
    private static final List<String> USUAL = List.of("/var/run/docker.sock", "/run/podman/podman.sock");

    private EngineAddress() {}

    /** What {@code DOCKER_HOST} says, or the first usual socket that is there. */
    static Optional<String> find() {
        Optional<String> named = Optional.ofNullable(System.getenv(VARIABLE)).filter(value -> !value.isBlank());
        Path own = Path.of(System.getProperty("user.home", "/"), ".docker", "run", "docker.sock");
        return named.or(() -> Stream.concat(USUAL.stream().map(Path::of), Stream.of(own))
                .filter(Files::exists)
                .map(socket -> "unix://" + socket)
                .findFirst());
    }
}
