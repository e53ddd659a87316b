package com.crewyard.recruiting.parsing.internal.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Children that read files, started when needed, at most a fixed number at a time. A child that dies or is too slow is
 * replaced; one that has read many files or has been idle for long ends.
 */
public final class ParserPool implements AutoCloseable {

    private final Duration timeLimit;
    private final int memory;
    private final int filesPerProcess;
    private final Duration idle;
    private final Semaphore permits;
    private final Deque<Child> resting = new ArrayDeque<>();
    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watchdog;
    private volatile boolean closed;

    public ParserPool(int processes, Duration timeLimit, int memory, int filesPerProcess, Duration idle) {
        this.timeLimit = timeLimit;
        this.memory = memory;
        this.filesPerProcess = filesPerProcess;
        this.idle = idle;
        this.permits = new Semaphore(processes, true);
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("parser-watchdog").factory());
        executor.setRemoveOnCancelPolicy(true);
        this.watchdog = executor;
        long period = Math.max(1, idle.toMillis() / 4);
        var unused = watchdog.scheduleWithFixedDelay(this::endIdle, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Waits for a free child, and then at most the time limit. A file whose child dies is tried once more with a new
     * one: the child may have been at its end for what it had read before.
     */
    public WorkerAnswer read(byte[] file) {
        permits.acquireUninterruptibly();
        try {
            WorkerAnswer answer = readOnce(file, take());
            return answer instanceof WorkerAnswer.Died ? readOnce(file, fresh()) : answer;
        } catch (IOException e) {
            throw new UncheckedIOException("No parser process can be started", e);
        } finally {
            permits.release();
        }
    }

    private WorkerAnswer readOnce(byte[] file, Child child) {
        try {
            return child.read(file, timeLimit);
        } finally {
            giveBack(child);
        }
    }

    /** Starts a child in the background, for whoever comes first. */
    public void prestart() {
        Thread.ofVirtual().name("parser-prestart").start(() -> {
            if (permits.tryAcquire()) {
                try {
                    giveBack(take());
                } catch (IOException e) {
                    // The first file will try again, and report.
                } finally {
                    permits.release();
                }
            }
        });
    }

    private Child take() throws IOException {
        if (closed) {
            throw new IOException("The parser is closed");
        }
        for (Child child = nextResting(); child != null; child = nextResting()) {
            if (child.isAlive()) {
                return child;
            }
            end(child);
        }
        return fresh();
    }

    private Child fresh() throws IOException {
        Child child = Child.start(memory, watchdog);
        all.add(child);
        if (closed) {
            end(child);
            throw new IOException("The parser is closed");
        }
        return child;
    }

    private @Nullable Child nextResting() {
        synchronized (resting) {
            return resting.pollFirst();
        }
    }

    private void giveBack(Child child) {
        if (closed || !child.isAlive() || child.files() >= filesPerProcess) {
            end(child);
            return;
        }
        synchronized (resting) {
            resting.addFirst(child);
        }
    }

    private void end(Child child) {
        all.remove(child);
        child.close();
    }

    private void endIdle() {
        List<Child> tired = new ArrayList<>();
        synchronized (resting) {
            resting.removeIf(child -> child.isIdleFor(idle) && tired.add(child));
        }
        tired.forEach(this::end);
    }

    /** Process ids of the children that live now. */
    public List<Long> processIds() {
        return all.stream().filter(Child::isAlive).map(Child::processId).toList();
    }

    @Override
    public void close() {
        closed = true;
        watchdog.shutdownNow();
        all.forEach(this::end);
    }
}
