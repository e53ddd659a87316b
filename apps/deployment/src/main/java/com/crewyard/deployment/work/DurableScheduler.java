package com.crewyard.deployment.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does what is due in a table of db-scheduler's, many pieces at a time. Several engines on one database share the work, and
 * what a dead one had begun is taken over within nine seconds.
 */
public final class DurableScheduler implements AutoCloseable {

    private static final Duration HEARTBEAT_EVERY = Duration.ofMillis(1500);
    /** With the check for the dead at every second heartbeat, their work is taken over within nine seconds. */
    private static final int MISSED_HEARTBEATS_OF_THE_DEAD = 4;

    private static final int PARALLELISM = 64;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final String table;
    private final DueWork due;
    private final Scheduler scheduler;

    /**
     * @param table with its schema
     * @param threads what names of threads begin with
     * @param pollEvery how often it looks by itself; {@link #wake} has it look at once
     */
    public DurableScheduler(
            DataSource dataSource, String table, String threads, Duration pollEvery, List<Task<?>> tasks) {
        this.jdbc = JdbcClient.create(dataSource);
        this.table = table;
        this.due = new DueWork(jdbc, table, this::wake);
        this.scheduler = Scheduler.create(dataSource, tasks)
                .tableName(table)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(pollEvery)
                .heartbeatInterval(HEARTBEAT_EVERY)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS_OF_THE_DEAD)
                .threads(PARALLELISM)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(threads, 0).factory()))
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** @param alone whether no other engine can be there, so that what a dead one had begun is taken over at once */
    public void start(boolean alone) {
        if (alone) {
            jdbc.sql("update %s set picked = false, picked_by = null, execution_time = now() where picked"
                            .formatted(table))
                    .update();
        }
        scheduler.start();
    }

    /** Adds work unless the same is there, within the transaction that decides on it, and looks when that is committed. */
    public void add(String task, String instance, Instant at) {
        due.add(task, instance, at);
    }

    /** @see DueWork#hurry */
    public void hurry(String task, Supplier<String> instance) {
        due.hurry(task, instance);
    }

    /** Looks now. */
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
