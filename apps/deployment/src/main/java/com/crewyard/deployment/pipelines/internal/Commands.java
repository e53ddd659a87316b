package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.targets.OwnSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The commands of this node's stages. Each is started once: it outlives the engine, and the next engine on the same state
 * folder finds it, or how it ended.
 */
public final class Commands implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(6);

    private final Path root;
    private final Stages stages;
    private final StageLogs logs;
    private final Tasks tasks;
    private final Clock clock;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    private record Watched(RunningCommand command, Thread thread) {}

    /** @param state the engine's folder */
    public Commands(Path state, Stages stages, StageLogs logs, Tasks tasks, Clock clock) {
        this.root = state.resolve("pipelines");
        this.stages = stages;
        this.logs = logs;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Starts it unless it was started before, and follows it. */
    void ensure(CommandSpec spec) {
        watched.computeIfAbsent(spec.key(), _ -> watch(spec));
    }

    /** Ends those that are followed here and that somebody wants ended. */
    public void end(List<String> keys, String why) {
        keys.forEach(key -> Optional.ofNullable(watched.get(key))
                .ifPresent(found -> found.command().end(why)));
    }

    /** Whether it was ever started here. */
    boolean knows(CommandSpec spec) {
        return Files.exists(new CommandFolder(root.resolve(spec.key())).begun());
    }

    /**
     * Removes what is kept of runs that are over. Until then it shows that a command was started.
     *
     * @param open of the runs given, those that are not over
     */
    public void sweep(Function<List<Long>, List<Long>> open) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            List<Long> there = folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .toList();
            List<Long> kept = there.isEmpty() ? List.of() : open.apply(there);
            there.stream()
                    .filter(run -> !kept.contains(run))
                    .forEach(run -> CommandFolder.delete(root.resolve(String.valueOf(run))));
        } catch (IOException e) {
            log.warn("{} cannot be looked through: {}", root, e.getMessage());
        }
    }

    @Override
    public void close() {
        watched.values().forEach(found -> found.command().leave());
        for (Watched found : watched.values()) {
            try {
                found.thread().join(LONGEST_STOP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Watched watch(CommandSpec spec) {
        CommandFolder folder = new CommandFolder(root.resolve(spec.key()));
        Optional<ProcessHandle> process =
                folder.process().isPresent() ? found(folder) : Optional.of(start(spec, folder));
        RunningCommand command = new RunningCommand(spec, folder, process, logs, this::ended, clock);
        return new Watched(
                command, Thread.ofVirtual().name("command-" + spec.key()).start(() -> follow(spec, command)));
    }

    /** When the database does not answer, the stage's next look follows it anew. */
    private void follow(CommandSpec spec, RunningCommand command) {
        try {
            command.run();
        } catch (DataAccessException | TransactionException e) {
            log.debug("the command {} is followed anew: {}", spec.key(), e.getMessage());
        } finally {
            watched.remove(spec.key());
        }
    }

    /** What was started before, unless it has ended. */
    private static Optional<ProcessHandle> found(CommandFolder folder) {
        return folder.process().flatMap(ProcessHandle::of).filter(process -> isItsOwn(process, folder));
    }

    private static boolean isItsOwn(ProcessHandle process, CommandFolder folder) {
        try {
            Instant begun = Files.getLastModifiedTime(folder.begun()).toInstant();
            return ProcessGroup.isFrom(process, begun);
        } catch (IOException _) {
            return false;
        }
    }

    private static ProcessHandle start(CommandSpec spec, CommandFolder folder) {
        try {
            Files.createDirectories(folder.path());
            List<String> command = new ArrayList<>(OwnSession.prefix());
            command.addAll(List.of(
                    "/bin/sh",
                    "-c",
                    CommandFolder.WRAPPER,
                    "stage",
                    folder.begun().toString(),
                    folder.exit().toString()));
            command.addAll(spec.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
            builder.environment().clear();
            builder.environment().putAll(spec.variables());
            builder.environment().put("CREWYARD_OUTPUT", folder.output().toString());
            return builder.start().toHandle();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "It cannot be started in %s (%s).".formatted(spec.directory(), e.getMessage()), e);
        }
    }

    private void ended(CommandSpec spec, int code, String note, Map<String, String> output) {
        stages.exited(spec.run(), spec.stage(), spec.attempt(), code, note, output);
        tasks.hurry(spec.run(), spec.stage());
    }
}
