package com.crewyard.deployment.routing.internal.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The one program of a folder. It is known by its process id and the moment it was started at, so that a number that was given
 * to somebody else meanwhile is not taken for it.
 */
final class DetachedProcess {

    private static final List<String> SETSID = List.of("/usr/bin/setsid", "/bin/setsid");
    private static final int MOST_SAID = 8_000;

    private final Path folder;

    DetachedProcess(Path folder) {
        this.folder = folder;
    }

    static String identity(ProcessHandle process) {
        return process.pid()
                + " "
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    Optional<ProcessHandle> find() {
        try {
            String kept = Files.readString(kept()).strip();
            return ProcessHandle.of(Long.parseLong(kept.split(" ", -1)[0]))
                    .filter(process -> process.isAlive() && identity(process).equals(kept));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    void start(List<String> command) throws IOException {
        end(leftBehind(), Duration.ZERO);
        List<String> whole = new ArrayList<>(SETSID.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .limit(1)
                .toList());
        whole.addAll(command);
        Process process = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log().toFile())
                .start();
        Path next = folder.resolve("program.next");
        Files.writeString(next, identity(process.toHandle()));
        Files.move(next, kept(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void stop(Duration patience) {
        List<ProcessHandle> all = new ArrayList<>();
        find().ifPresent(program -> {
            all.add(program);
            all.addAll(program.descendants().toList());
        });
        find().ifPresent(program -> end(List.of(program), patience));
        all.addAll(leftBehind());
        end(all, Duration.ZERO);
    }

    String said() {
        try {
            String text = Files.readString(log());
            return text.substring(Math.max(0, text.length() - MOST_SAID));
        } catch (IOException _) {
            return "";
        }
    }

    /**
     * Workers of a program that was killed may go on, and go on taking connections by routes of the past. They work in our folder,
     * where the system tells that (Linux: proc(5)), and nobody else does.
     */
    private List<ProcessHandle> leftBehind() {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return List.of();
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> process.pid()
                                    != ProcessHandle.current().pid()
                            && folder.equals(workingFolder(process.pid()).orElse(null)))
                    .toList();
        }
    }

    private static Optional<Path> workingFolder(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void end(List<ProcessHandle> processes, Duration patience) {
        if (!patience.isZero()) {
            processes.forEach(ProcessHandle::destroy);
            processes.forEach(process -> await(process, patience));
        }
        processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> await(process, Duration.ofSeconds(5)));
    }

    private static void await(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException _) {
            // Whoever waited decides what to do about it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Path kept() {
        return folder.resolve("program");
    }

    private Path log() {
        return folder.resolve("program.log");
    }
}
