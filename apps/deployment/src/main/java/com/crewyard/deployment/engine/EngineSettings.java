package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where an engine keeps what it knows.
 *
 * @param state a folder: the embedded database, and environments on this machine
 * @param database a PostgreSQL server to use instead of the embedded one, as a URL
 * @param containers the address of the container engine, such as {@code unix:///var/run/docker.sock}; empty for what
 *     {@code DOCKER_HOST} says, or the usual one
 * @param sshKey the file of a private key for hosts reached over SSH; empty for those of the agent and of ~/.ssh
 * @param variables of the environment, where keys of secrets and access to their providers are
 * @param sshPatience how long a host is tried again that was reached before
 */
public record EngineSettings(
        Path state,
        Optional<String> database,
        Optional<String> containers,
        Optional<Path> sshKey,
        Function<String, Optional<String>> variables,
        Duration sshPatience) {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    public EngineSettings(
            Path state,
            Optional<String> database,
            Optional<String> containers,
            Optional<Path> sshKey,
            Function<String, Optional<String>> variables) {
        this(state, database, containers, sshKey, variables, USUAL_PATIENCE);
    }

    public EngineSettings(Path state, Optional<String> database, Optional<String> containers, Optional<Path> sshKey) {
        this(state, database, containers, sshKey, name -> Optional.ofNullable(System.getenv(name)));
    }

    public EngineSettings(Path state, Optional<String> database) {
        this(state, database, Optional.empty());
    }

    /** With the private key that {@code CREWYARD_SSH_KEY} names. */
    public EngineSettings(Path state, Optional<String> database, Optional<String> containers) {
        this(
                state,
                database,
                containers,
                Optional.ofNullable(System.getenv("CREWYARD_SSH_KEY"))
                        .filter(file -> !file.isBlank())
                        .map(Path::of));
    }

    /** The user's folder for such things (XDG Base Directory Specification). */
    public static Path usualState() {
        String xdg = System.getenv("XDG_STATE_HOME");
        Path base = xdg == null || xdg.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".local", "state")
                : Path.of(xdg);
        return base.resolve("crewyard");
    }

    /** Marks the folder, so that it counts as no part of an application that happens to be around it. */
    void mark() {
        try {
            Files.createDirectories(state);
            Files.writeString(state.resolve(AppFile.STATE_MARKER), "");
        } catch (IOException e) {
            throw RefusedException.input(
                    "%s cannot be written (%s); choose another folder with --state.".formatted(state, e.getMessage()));
        }
    }

    Path databaseFolder() {
        return state.toAbsolutePath().normalize().resolve("database");
    }
}
