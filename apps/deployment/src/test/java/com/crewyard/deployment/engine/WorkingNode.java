package com.crewyard.deployment.engine;

import java.nio.file.Path;
import java.util.Optional;

/** An engine in a process of its own that works until it is killed: arguments are its state folder and the database. */
final class WorkingNode {

    private WorkingNode() {}

    static void main(String[] arguments) throws InterruptedException {
        try (Engine _ = Engine.start(new EngineSettings(Path.of(arguments[0]), Optional.of(arguments[1])), _ -> {})) {
            Thread.sleep(600_000);
        }
    }
}
