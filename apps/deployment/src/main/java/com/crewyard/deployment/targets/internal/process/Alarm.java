package com.crewyard.deployment.targets.internal.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts an engine when one is due and none runs, for after a command has returned nobody else does. */
final class Alarm {

    private static final Logger log = LoggerFactory.getLogger(Alarm.class);
    /** Not in the environment's folder, which the engine may have to remove. */
    private static final Path ANYWHERE = Path.of("/");

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(10);

    private final Supervisor supervisor;
    private final KeeperSettings settings;
    private final KeeperFolder folder;
    private final Thread thread = Thread.ofVirtual().name("alarm").unstarted(this::run);

    Alarm(Supervisor supervisor, KeeperSettings settings, KeeperFolder folder) {
        this.supervisor = supervisor;
        this.settings = settings;
        this.folder = folder;
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                if (isDue() && !engineRuns()) {
                    ring();
                    Thread.sleep(BETWEEN_ATTEMPTS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDue() {
        return supervisor.wake().filter(at -> !at.isAfter(Instant.now())).isPresent()
                && !settings.wakeCommand().isEmpty();
    }

    private void ring() throws InterruptedException {
        try {
            Launcher.start(settings.wakeCommand(), ANYWHERE, System.getenv(), folder.keeperLog())
                    .waitFor();
        } catch (IOException e) {
            log.warn("the engine cannot be started: {}", e.getMessage());
        }
    }

    private boolean engineRuns() {
        Path lock = Path.of(settings.engineLock());
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held == null;
        } catch (IOException e) {
            log.warn("{} cannot be looked at: {}", lock, e.getMessage());
            return true;
        }
    }
}
