package com.crewyard.deployment.pipelines.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A command's processes: the shell around it and whatever that started.
 *
 * @param leader the shell
 */
record ProcessGroup(ProcessHandle leader) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Whether a process is the one that began at about a time; numbers are used again. */
    static boolean isFrom(ProcessHandle process, Instant begun) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, begun).abs().compareTo(Duration.ofSeconds(30)) < 0)
                .orElse(true);
    }

    /** Asks the group to end and kills what is still there after a while. */
    void end() throws InterruptedException {
        signal("TERM");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (leader.isAlive() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        signal("KILL");
        while (leader.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s %s -- -%d".formatted(name, leader.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException _) {
            // Without a shell there is no group either.
        }
        if (name.equals("KILL")) {
            leader.destroyForcibly();
        }
    }
}
