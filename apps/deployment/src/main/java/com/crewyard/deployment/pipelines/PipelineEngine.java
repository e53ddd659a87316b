package com.crewyard.deployment.pipelines;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.pipelines.internal.Commands;
import com.crewyard.deployment.pipelines.internal.Conductor;
import com.crewyard.deployment.pipelines.internal.Definitions;
import com.crewyard.deployment.pipelines.internal.Nodes;
import com.crewyard.deployment.pipelines.internal.Pulse;
import com.crewyard.deployment.pipelines.internal.Runs;
import com.crewyard.deployment.pipelines.internal.ScheduleTask;
import com.crewyard.deployment.pipelines.internal.Schedules;
import com.crewyard.deployment.pipelines.internal.StageLogs;
import com.crewyard.deployment.pipelines.internal.StageRunner;
import com.crewyard.deployment.pipelines.internal.StageTask;
import com.crewyard.deployment.pipelines.internal.Stages;
import com.crewyard.deployment.pipelines.internal.Tasks;
import com.crewyard.deployment.pipelines.internal.Works;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on runs of pipelines, many at a time, beside a deployment engine and on its database. */
public final class PipelineEngine implements AutoCloseable {

    private static final Duration POLL_EVERY = Duration.ofMillis(100);
    private static final Duration HEARTBEAT_EVERY = Duration.ofMillis(1500);
    /** With the check for the dead at every second heartbeat, their work is taken over within nine seconds. */
    private static final int MISSED_HEARTBEATS_OF_THE_DEAD = 4;

    private static final int PARALLELISM = 64;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final Commands commands;
    private final Pulse pulse;
    private final Pipelines operations;
    private final Pushes pushes;
    private boolean works;

    private PipelineEngine(
            Engine engine, Consumer<String> checkpoints, Function<String, Optional<String>> variables, Clock clock) {
        this.jdbc = JdbcClient.create(engine.database());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(engine.database()));
        Definitions definitions = new Definitions(jdbc);
        Runs runs = new Runs(jdbc);
        Stages stages = new Stages(jdbc);
        StageLogs logs = new StageLogs(jdbc);
        AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});
        Tasks tasks = new Tasks(jdbc, () -> wake.get().run());
        Conductor conductor = new Conductor(definitions, runs, stages, tasks, transaction, clock);
        Nodes nodes = new Nodes(jdbc, engine.settings().state());
        this.commands = new Commands(engine.settings().state(), stages, logs, tasks, clock);
        Works handlers = new Works(
                stages,
                runs,
                definitions,
                logs,
                conductor,
                engine.deployments(),
                transaction,
                commands,
                nodes,
                variables);
        StageRunner runner = new StageRunner(definitions, runs, stages, conductor, handlers, checkpoints, clock);
        this.scheduler = Scheduler.create(
                        engine.database(), new StageTask(runner), new ScheduleTask(definitions, conductor))
                .tableName("deploy.pipeline_task")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL_EVERY)
                .heartbeatInterval(HEARTBEAT_EVERY)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS_OF_THE_DEAD)
                .threads(PARALLELISM)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("stage-", 0).factory()))
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
        wake.set(scheduler::triggerCheckForDueExecutions);
        this.pulse = new Pulse(nodes, stages, commands, logs, jdbc);
        this.operations = new Pipelines(
                jdbc, transaction, definitions, runs, stages, logs, tasks, new Schedules(tasks, clock), conductor);
        this.pushes = new Pushes(definitions, conductor, variables);
    }

    /** Beside an engine that works, one that works too; beside one that only looks on, one that does the same. */
    public static PipelineEngine beside(Engine engine) {
        return beside(engine, _ -> {});
    }

    /** @param checkpoints hears of every moment at which the engine might die; tests make it */
    public static PipelineEngine beside(Engine engine, Consumer<String> checkpoints) {
        return beside(engine, checkpoints, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** @param variables gives the values of secrets */
    static PipelineEngine beside(
            Engine engine, Consumer<String> checkpoints, Function<String, Optional<String>> variables) {
        PipelineEngine pipelines = new PipelineEngine(engine, checkpoints, variables, Clock.systemUTC());
        if (engine.works()) {
            pipelines.start(engine.isAlone());
        }
        return pipelines;
    }

    public PipelineOperations operations() {
        return operations;
    }

    public Pushes pushes() {
        return pushes;
    }

    @Override
    public void close() {
        if (works) {
            scheduler.stop();
            pulse.close();
            commands.close();
        }
    }

    /** @param alone whether no other engine can be there, so that what a dead one had begun is taken over at once */
    private void start(boolean alone) {
        if (alone) {
            jdbc.sql("""
                            update deploy.pipeline_task
                            set picked = false, picked_by = null, execution_time = now()
                            where picked""").update();
        }
        works = true;
        pulse.start();
        scheduler.start();
    }
}
