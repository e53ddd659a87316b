package com.crewyard.cli;

import com.crewyard.deployment.api.RemotePipelines;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.pipelines.PipelineEngine;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.PipelineOperations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command on pipelines takes. */
final class PipelineOptions {

    static final Path USUAL_FILE = Path.of("pipeline.yaml");

    @Mixin
    private ServerOptions at = new ServerOptions();

    /** Of commands that read one. */
    static final class Source {

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "A file of pipelines. Default: pipeline.yaml, when it is there.")
        private @Nullable Path file;

        /** The one named, or the usual one, when it is there. */
        Optional<PipelineFile> read() {
            if (file == null && !Files.exists(USUAL_FILE)) {
                return Optional.empty();
            }
            return Optional.of(PipelineFile.read(file == null ? USUAL_FILE : file));
        }

        PipelineFile required() {
            return read().orElseGet(() -> PipelineFile.read(USUAL_FILE));
        }
    }

    boolean json() {
        return at.json();
    }

    /** Calls an engine that works until the call is over, or the server's. */
    <T> T working(Function<PipelineOperations, T> call) {
        return at.working(
                engine -> here(engine, call), (server, folder) -> call.apply(new RemotePipelines(server, folder)));
    }

    /** Calls an engine for answers and wishes, beside another command that works, or the server's. */
    <T> T lookingOn(Function<PipelineOperations, T> call) {
        return at.lookingOn(
                engine -> here(engine, call), (server, folder) -> call.apply(new RemotePipelines(server, folder)));
    }

    private static <T> T here(Engine engine, Function<PipelineOperations, T> call) {
        try (PipelineEngine pipelines = PipelineEngine.beside(engine)) {
            return call.apply(pipelines.operations());
        }
    }

    void say(String line) {
        at.say(line);
    }

    void print(String text, Object value) {
        at.print(text, value);
    }
}
