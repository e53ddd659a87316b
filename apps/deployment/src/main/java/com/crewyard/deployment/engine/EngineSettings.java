package com.crewyard.deployment.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine keeps what it knows.
 *
 * @param state a folder: the embedded database, and environments on this machine
 * @param database a PostgreSQL server to use instead of the embedded one, as a URL
 */
public record EngineSettings(Path state, Optional<String> database) {

    /** The user's folder for such things (XDG Base Directory Specification). */
    public static Path usualState() {
        String xdg = System.getenv("XDG_STATE_HOME");
        Path base = xdg == null || xdg.isBlank()
                ? Path.of(System.getProperty("user.home", "."), ".local", "state")
                : Path.of(xdg);
        return base.resolve("crewyard");
    }

    Path databaseFolder() {
        return state.toAbsolutePath().normalize().resolve("database");
    }
}
