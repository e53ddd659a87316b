package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A node that takes work on stages called {@code held} and stands still with it until it is killed: arguments are its state
 * folder, the database, and a file that it writes those stages into.
 */
final class HoldingNode {

    private HoldingNode() {}

    static void main(String[] arguments) throws InterruptedException {
        Path seen = Path.of(arguments[2]);
        try (Engine engine =
                        Engine.start(new EngineSettings(Path.of(arguments[0]), Optional.of(arguments[1])), _ -> {});
                PipelineEngine pipelines = PipelineEngine.beside(engine, where -> {
                    if (where.equals("held claimed")) {
                        DyingPipelines.note(seen, where);
                        DyingPipelines.die(false);
                    }
                })) {
            DyingPipelines.note(
                    seen, "works " + pipelines.operations().pipelines().size());
            Thread.sleep(600_000);
        }
    }
}
