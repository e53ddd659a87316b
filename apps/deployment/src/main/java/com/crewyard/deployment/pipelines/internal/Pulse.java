package com.crewyard.deployment.pipelines.internal;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Says once a second that this node lives, has commands ended whose runs somebody cancelled, and clears away. */
public final class Pulse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int BEATS_BETWEEN_SWEEPS = 60;
    private static final Duration LOGS_KEPT = Duration.ofDays(90);

    private final Nodes nodes;
    private final Stages stages;
    private final Commands commands;
    private final StageLogs logs;
    private final JdbcClient jdbc;
    private final Thread thread;
    private volatile boolean running;

    public Pulse(Nodes nodes, Stages stages, Commands commands, StageLogs logs, JdbcClient jdbc) {
        this.nodes = nodes;
        this.stages = stages;
        this.commands = commands;
        this.logs = logs;
        this.jdbc = jdbc;
        this.thread = Thread.ofVirtual().name("pipelines-pulse").unstarted(this::run);
    }

    public void start() {
        running = true;
        nodes.beat();
        thread.start();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (int beat = 0; running; beat++) {
            try {
                nodes.beat();
                commands.end(stages.cancelledCommands(nodes.own()), "It was cancelled and ended.");
                if (beat % BEATS_BETWEEN_SWEEPS == 0) {
                    commands.sweep(this::open);
                    logs.forget(LOGS_KEPT);
                }
                Thread.sleep(EVERY);
            } catch (DataAccessException | TransactionException e) {
                if (running) {
                    log.warn("the database does not answer: {}", e.getMessage());
                }
                pause();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private List<Long> open(List<Long> runs) {
        return jdbc.sql("select id from deploy.pipeline_run where id = any(?) and ended_at is null")
                .param(runs.toArray(Long[]::new))
                .query((row, _) -> row.getLong("id"))
                .list();
    }
}
