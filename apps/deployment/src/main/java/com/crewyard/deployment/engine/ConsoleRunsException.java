package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.ConsoleAddress;
import java.nio.file.Path;

/** A console works on this state already, and does everything that a second engine would. */
public final class ConsoleRunsException extends RuntimeException {

    private final transient ConsoleAddress console;

    ConsoleRunsException(Path state, ConsoleAddress console) {
        super("A console runs on %s already, at %s; use that one, stop it, or choose another folder with --state."
                .formatted(state, console));
        this.console = console;
    }

    public ConsoleAddress console() {
        return console;
    }
}
