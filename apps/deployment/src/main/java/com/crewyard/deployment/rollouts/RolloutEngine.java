package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.releases.Releases;
import com.crewyard.deployment.rollouts.internal.Checkpoints;
import com.crewyard.deployment.rollouts.internal.RolloutTask;
import com.crewyard.deployment.rollouts.internal.Runner;
import com.crewyard.deployment.rollouts.internal.Steps;
import com.crewyard.deployment.targets.Targets;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on rollouts, several at a time, as long as it runs. Several engines on one database share the work. */
public final class RolloutEngine implements AutoCloseable {

    private static final Duration POLL_EVERY = Duration.ofMillis(100);
    private static final Duration HEARTBEAT_EVERY = Duration.ofMillis(1500);
    /** With the check for the dead at every second heartbeat, their work is taken over within nine seconds. */
    private static final int MISSED_HEARTBEATS_OF_THE_DEAD = 4;

    private static final int PARALLELISM = 64;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Rollouts rollouts;
    private final Scheduler scheduler;

    /** @param checkpoints hears of every moment at which the engine might die */
    public RolloutEngine(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Targets targets,
            java.util.function.Consumer<String> checkpoints,
            Clock clock) {
        this.jdbc = jdbc;
        this.rollouts = new Rollouts(jdbc);
        Slots slots = new Slots(jdbc);
        Checkpoints moments = checkpoints::accept;
        Runner runner = new Runner(
                rollouts,
                new Releases(jdbc),
                new Environments(jdbc),
                targets,
                new Steps(rollouts, slots, new CanaryRecords(jdbc), this::hurry),
                transaction,
                this::enqueue,
                moments,
                clock);
        this.scheduler = Scheduler.create(dataSource, new RolloutTask(runner))
                .tableName("deploy.scheduled_tasks")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL_EVERY)
                .heartbeatInterval(HEARTBEAT_EVERY)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS_OF_THE_DEAD)
                .threads(PARALLELISM)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("rollout-", 0).factory()))
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** @param alone whether no other engine can be there, so that what a dead one had begun is taken over at once */
    public void start(boolean alone) {
        if (alone) {
            jdbc.sql(
                            "update deploy.scheduled_tasks set picked = false, picked_by = null, execution_time = now() where picked")
                    .update();
        }
        scheduler.start();
    }

    /** Adds the next piece of work, within the transaction that decides on it. */
    public void enqueue(long rollout, int seq) {
        insert(RolloutTask.name(rollout, seq), Instant.now());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.triggerCheckForDueExecutions();
                }
            });
        }
    }

    /** Has a rollout looked at now, whatever it is waiting for. */
    public void hurry(long rollout) {
        Rollout current = rollouts.byId(rollout);
        insert(RolloutTask.name(rollout, current.seq()) + ":" + System.nanoTime(), Instant.now());
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    private void insert(String name, Instant at) {
        jdbc.sql("""
                insert into deploy.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values (?, ?, ?, false, 1) on conflict do nothing""")
                .params(RolloutTask.NAME, name, java.sql.Timestamp.from(at))
                .update();
    }
}
