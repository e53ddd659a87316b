package com.crewyard.benchmarks;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.deployment.pipelines.PipelineEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A node that works on pipelines until it is killed: arguments are its state folder, the database and a file it makes. */
final class PipelineNode implements AutoCloseable {

    private final Process process;

    private PipelineNode(Process process) {
        this.process = process;
    }

    static void main(String[] arguments) throws Exception {
        EngineSettings settings = new EngineSettings(Path.of(arguments[0]), Optional.of(arguments[1]));
        try (Engine engine = Engine.start(settings, _ -> {});
                PipelineEngine pipelines = PipelineEngine.beside(engine)) {
            Files.writeString(
                    Path.of(arguments[2]),
                    "works on %d pipelines\n"
                            .formatted(pipelines.operations().pipelines().size()));
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Returns when it works. */
    static PipelineNode start(Path state, String database) throws Exception {
        Path mark = state.resolve("works");
        Files.createDirectories(state);
        Files.deleteIfExists(mark);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PipelineNode.class.getName(),
                        state.toString(),
                        database,
                        mark.toString()))
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("node.log").toFile())
                .start();
        while (!Files.exists(mark)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the node ended: " + Files.readString(state.resolve("node.log")));
            }
            Thread.sleep(50);
        }
        return new PipelineNode(process);
    }

    /** As {@code kill -9} does. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
