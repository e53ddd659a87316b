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
import com.crewyard.deployment.work.DurableScheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on runs of pipelines, many at a time, beside a deployment engine and on its database. */
public final class PipelineEngine implements AutoCloseable {

    private static final Duration POLL_EVERY = Duration.ofMillis(100);

    private final DurableScheduler scheduler;
    private final Commands commands;
    private final Pulse pulse;
    private final Pipelines operations;
    private final Pushes pushes;
    private boolean works;

    private PipelineEngine(
            Engine engine, Consumer<String> checkpoints, Function<String, Optional<String>> variables, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(engine.database());
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
                engine.previews(),
                transaction,
                commands,
                nodes,
                variables);
        StageRunner runner = new StageRunner(definitions, runs, stages, conductor, handlers, checkpoints, clock);
        this.scheduler = new DurableScheduler(
                engine.database(),
                Tasks.TABLE,
                "stage-",
                POLL_EVERY,
                List.of(new StageTask(runner), new ScheduleTask(definitions, conductor)));
        wake.set(scheduler::wake);
        this.pulse = new Pulse(nodes, stages, commands, logs, jdbc);
        this.operations = new Pipelines(
                jdbc, transaction, definitions, runs, stages, logs, tasks, new Schedules(tasks, clock), conductor);
        this.pushes =
                new Pushes(definitions, conductor, new PullRequests(runs, conductor, engine.previews()), variables);
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
        return pipelines();
    }

    Pipelines pipelines() {
        return operations;
    }

    public Pushes pushes() {
        return pushes;
    }

    @Override
    public void close() {
        if (works) {
            scheduler.close();
            pulse.close();
            commands.close();
        }
    }

    /** @param alone whether no other engine can be there, so that what a dead one had begun is taken over at once */
    private void start(boolean alone) {
        works = true;
        pulse.start();
        scheduler.start(alone);
    }
}
