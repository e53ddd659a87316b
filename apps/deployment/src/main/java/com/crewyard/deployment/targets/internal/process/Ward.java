package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.Instance.State;
import com.crewyard.deployment.targets.InstanceSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process in a keeper's care: running again after it ended by itself, until it is asked to end. */
final class Ward {

    private static final Logger log = LoggerFactory.getLogger(Ward.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Who ran that long is well again: the next wait is the first one. */
    private static final Duration WELL_AFTER = Duration.ofSeconds(60);

    private final InstanceSpec spec;
    private final int port;
    private final Path output;
    private final Supplier<Map<String, String>> variables;
    private final Runnable changed;
    private @Nullable ProcessHandle process;
    private Instant since = Instant.now();
    private Optional<String> last = Optional.empty();
    private int restarts;
    private int failures;
    private boolean stopping;

    Ward(InstanceSpec spec, int port, Path log, Supplier<Map<String, String>> variables, Runnable changed) {
        this.spec = spec;
        this.port = port;
        this.output = log;
        this.variables = variables;
        this.changed = changed;
    }

    /** Takes a process into care that runs already, or starts one. */
    void begin(Optional<ProcessHandle> running, int restartsBefore) {
        synchronized (this) {
            restarts = restartsBefore;
            running.ifPresent(found -> {
                process = found;
                since = found.info().startInstant().orElse(Instant.now());
            });
        }
        Thread.ofVirtual().name("ward-" + spec.name()).start(this::watch);
    }

    void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
            notifyAll();
        }
        changed.run();
        ProcessHandle running = running();
        if (running != null) {
            Thread.ofVirtual().name("stop-" + spec.name()).start(() -> Launcher.end(running, spec.stopWithin()));
        }
    }

    synchronized Desired.Kept kept() {
        return new Desired.Kept(
                spec,
                port,
                process == null ? 0 : process.pid(),
                Optional.ofNullable(process).flatMap(running -> running.info().startInstant()),
                stopping,
                restarts);
    }

    synchronized Instance instance() {
        return new Instance(
                spec.name(),
                spec.slot(),
                spec.service(),
                spec.release(),
                stopping ? State.STOPPING : process == null ? State.WAITING : State.RUNNING,
                spec.port().isPresent() ? Optional.of(new Endpoint(spec.name(), "127.0.0.1", port)) : Optional.empty(),
                process == null ? "" : String.valueOf(process.pid()),
                restarts,
                last,
                since);
    }

    int port() {
        return port;
    }

    private synchronized @Nullable ProcessHandle running() {
        return process;
    }

    /** Until it was asked to end and has; then the keeper hears of the change and forgets it. */
    private void watch() {
        try {
            while (!isOver()) {
                ProcessHandle running = running();
                if (running == null) {
                    launch();
                } else {
                    running.onExit().join();
                    ended(running);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            changed.run();
        }
    }

    synchronized boolean isOver() {
        return stopping && process == null;
    }

    private void launch() throws InterruptedException {
        try {
            synchronized (this) {
                if (stopping) {
                    return;
                }
                Process started = Launcher.start(spec.command(), Path.of(spec.image()), variables.get(), output);
                exitCodes(started);
                process = started.toHandle();
                since = Instant.now();
            }
            changed.run();
        } catch (IOException | RuntimeException e) {
            log.warn("{} cannot be started: {}", spec.name(), e.getMessage());
            synchronized (this) {
                last = Optional.of("it cannot be started: " + e.getMessage());
            }
            pause();
        }
    }

    private void exitCodes(Process started) {
        started.onExit().thenAccept(exited -> {
            synchronized (this) {
                last = Optional.of("exit code " + exited.exitValue());
            }
        });
    }

    private void ended(ProcessHandle running) throws InterruptedException {
        List<ProcessHandle> left = running.descendants().toList();
        boolean byItself;
        synchronized (this) {
            byItself = !stopping;
            process = null;
            if (byItself) {
                restarts++;
                failures = since.plus(WELL_AFTER).isBefore(Instant.now()) ? 1 : failures + 1;
                since = Instant.now();
            }
        }
        left.forEach(ProcessHandle::destroy);
        changed.run();
        if (byItself) {
            log.warn("{} ended by itself ({})", spec.name(), last.orElse("its exit code is unknown"));
            pause();
        }
    }

    private synchronized void pause() throws InterruptedException {
        failures = Math.max(1, failures);
        long wait = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(failures - 1, 10));
        long until = System.currentTimeMillis() + wait;
        for (long left = wait; left > 0 && !stopping; left = until - System.currentTimeMillis()) {
            wait(left);
        }
    }
}
