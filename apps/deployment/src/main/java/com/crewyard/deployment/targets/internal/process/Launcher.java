package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.OwnSession;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts processes in sessions of their own, so that an interrupt at a terminal does not reach them, and ends them. */
final class Launcher {

    private Launcher() {}

    /** @param variables all that the process gets */
    static Process start(List<String> command, Path directory, Map<String, String> variables, Path log)
            throws IOException {
        List<String> whole = new ArrayList<>(OwnSession.prefix());
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Asks a process to end, then what it leaves behind; kills what is still there after {@code patience}. */
    static void end(ProcessHandle process, Duration patience) {
        List<ProcessHandle> below = process.descendants().toList();
        long deadline = System.nanoTime() + patience.toNanos();
        process.destroy();
        await(process, deadline);
        below.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
        below.forEach(child -> await(child, deadline));
        List<ProcessHandle> left = new ArrayList<>(below);
        left.add(process);
        left.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        await(process, System.nanoTime() + TimeUnit.SECONDS.toNanos(5));
    }

    private static void await(ProcessHandle process, long deadline) {
        try {
            process.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException _) {
            // It is killed then.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
