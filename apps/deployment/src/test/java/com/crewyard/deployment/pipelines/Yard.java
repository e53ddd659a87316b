package com.crewyard.deployment.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.deployment.testing.EngineDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An engine of pipelines on a folder, and the pipelines of a test. */
final class Yard implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final Path folder;
    final Map<String, String> variables = new ConcurrentHashMap<>();
    private final Optional<String> database;
    private @Nullable Engine engine;
    private @Nullable PipelineEngine pipelines;

    Yard(Path folder) {
        this(folder, Optional.of(EngineDatabase.fresh()));
    }

    private Yard(Path folder, Optional<String> database) {
        this.folder = folder;
        this.database = database;
    }

    /** With the database in its folder, which other processes find there. */
    static Yard embedded(Path folder) {
        return new Yard(folder, Optional.empty());
    }

    Yard start() {
        Engine started = Engine.start(settings(), _ -> {});
        engine = started;
        pipelines = PipelineEngine.beside(started, _ -> {}, name -> Optional.ofNullable(variables.get(name)));
        return this;
    }

    EngineSettings settings() {
        return new EngineSettings(folder.resolve("state"), database);
    }

    Engine engine() {
        return java.util.Objects.requireNonNull(engine);
    }

    PipelineEngine pipelines() {
        return java.util.Objects.requireNonNull(pipelines);
    }

    PipelineOperations operations() {
        return pipelines().operations();
    }

    /** A file of pipelines beside the state folder. */
    PipelineFile file(String text) {
        try {
            Path file = folder.resolve("pipeline.yaml");
            Files.writeString(file, text);
            return PipelineFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the only pipeline of a file, or else the first. */
    long run(String text, String... parameters) {
        PipelineFile file = file(text);
        Map<String, String> given = new java.util.TreeMap<>();
        for (String parameter : parameters) {
            given.put(parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return operations()
                .run(new RunOrder(
                        file.pipelines().keySet().iterator().next(),
                        given,
                        Optional.of(file),
                        "tester",
                        RunOrder.By.MANUAL));
    }

    RunDetails over(long run) {
        return until(run, details -> details.run().isOver());
    }

    RunDetails until(long run, java.util.function.Predicate<RunDetails> condition) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(30))
                .until(() -> operations().run(run), condition);
    }

    /** What stages wrote into a file, a line each. */
    List<String> journal() {
        try {
            Path journal = folder.resolve("journal");
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log(long run, String stage) {
        StringBuilder text = new StringBuilder();
        long at = 0;
        LogPart part = operations().log(run, stage, at);
        while (part.next() != at) {
            text.append(part.text());
            at = part.next();
            part = operations().log(run, stage, at);
        }
        return text.toString();
    }

    static Map<String, String> states(RunDetails details) {
        Map<String, String> states = new java.util.LinkedHashMap<>();
        details.stages().forEach(stage -> states.put(stage.name(), stage.state()));
        return states;
    }

    void stop() {
        if (pipelines != null) {
            pipelines.close();
            pipelines = null;
        }
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    @Override
    public void close() {
        stop();
        assertThat(processes()).isEmpty();
    }

    /** Processes in this folder that still run. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> {
                    try {
                        return Files.readString(Path.of("/proc/%d/environ".formatted(process.pid())))
                                .contains("CREWYARD_OUTPUT=" + folder);
                    } catch (IOException _) {
                        return false;
                    }
                })
                .toList();
    }
}
