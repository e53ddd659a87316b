package com.crewyard.recruiting.parsing.internal.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running child and the pipes to it. Used by one thread at a time. */
final class Child implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ScheduledExecutorService watchdog;
    private int files;
    private long idleSince = System.nanoTime();

    private Child(Process process, ScheduledExecutorService watchdog) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 64 * 1024));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 64 * 1024));
        this.watchdog = watchdog;
    }

    /** Returns once the child is ready for a file. */
    static Child start(int memory, ScheduledExecutorService watchdog) throws IOException {
        Child child = new Child(ChildCommand.builder(memory).start(), watchdog);
        InputStream errors = child.process.getErrorStream();
        Thread.ofVirtual().name("parser-stderr").start(() -> drain(errors));
        ScheduledFuture<?> limit =
                watchdog.schedule(() -> child.process.destroyForcibly(), START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        Optional<byte[]> ready;
        try {
            ready = Frames.read(child.in);
        } catch (IOException e) {
            child.close();
            throw e;
        } finally {
            limit.cancel(false);
        }
        if (ready.isEmpty() || ready.get().length > 0) {
            child.close();
            throw new IOException(
                    "A parser process ended with code %s before it was ready".formatted(child.exitCode()));
        }
        return child;
    }

    /** What strangers' files make a parser print is not worth a log line, but the pipe must not fill up. */
    private static void drain(InputStream errors) {
        try (errors) {
            byte[] buffer = new byte[8192];
            while (errors.read(buffer) >= 0) {
                // discarded
            }
        } catch (IOException e) {
            // The child is gone.
        }
    }

    WorkerAnswer read(byte[] file, Duration timeLimit) {
        files++;
        AtomicBoolean expired = new AtomicBoolean();
        ScheduledFuture<?> limit = watchdog.schedule(
                () -> {
                    expired.set(true);
                    process.destroyForcibly();
                },
                timeLimit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            Frames.write(out, file);
            Optional<byte[]> answer = Frames.read(in);
            if (answer.isPresent()) {
                return AnswerCodec.decode(answer.get());
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } finally {
            limit.cancel(false);
            idleSince = System.nanoTime();
        }
        if (expired.get()) {
            return new WorkerAnswer.TimedOut(timeLimit);
        }
        process.destroyForcibly();
        return new WorkerAnswer.Died(
                exitCode() == ChildCommand.OUT_OF_MEMORY
                        ? "Reading this file takes more memory than any resume should"
                        : "Reading this file broke the reader");
    }

    private int exitCode() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int files() {
        return files;
    }

    boolean isIdleFor(Duration duration) {
        return System.nanoTime() - idleSince >= duration.toNanos();
    }

    long processId() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
