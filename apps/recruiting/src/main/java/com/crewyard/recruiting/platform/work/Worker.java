package com.crewyard.recruiting.platform.work;

import com.crewyard.recruiting.platform.ProcessRole;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes work from the queue and does it, several pieces at a time. */
@Component
@ProcessRole.Only(ProcessRole.WORKER)
class Worker implements SmartLifecycle {

    /** How late work of another process may be seen; this process wakes its own worker at once. */
    private static final Duration POLL_EVERY = Duration.ofMillis(200);

    private static final Duration HEARTBEAT_EVERY = Duration.ofMillis(1500);
    /** With the check for the dead at every second heartbeat, their work is taken over within nine seconds. */
    private static final int MISSED_HEARTBEATS_OF_THE_DEAD = 4;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final int LEAST_PARALLELISM = 4;

    private final DataSource dataSource;
    private final List<Task<?>> tasks;
    private final List<RecurringTask<Void>> rounds;
    private final int parallelism;
    /** Present while it runs; db-scheduler's schedulers do not start twice. */
    private volatile Optional<Scheduler> scheduler = Optional.empty();

    Worker(
            DataSource dataSource,
            JdbcClient jdbc,
            JsonMapper json,
            ObservationRegistry observations,
            Environment environment,
            List<WorkHandler<?>> handlers,
            List<Housekeeping> housekeeping) {
        this.dataSource = dataSource;
        this.parallelism = environment.getProperty(
                "crewyard.work.parallelism",
                Integer.class,
                Math.max(LEAST_PARALLELISM, 2 * Runtime.getRuntime().availableProcessors()));
        List<Task<?>> queued = new ArrayList<>();
        for (WorkHandler<?> handler : handlers) {
            queued.add(new QueuedTask<>(handler, jdbc, json, observations));
        }
        this.tasks = List.copyOf(queued);
        this.rounds = housekeeping.stream().map(Worker::recurring).toList();
    }

    void wake() {
        scheduler.ifPresent(Scheduler::triggerCheckForDueExecutions);
    }

    @Override
    public void start() {
        Scheduler fresh = Scheduler.create(dataSource, tasks)
                .startTasks(rounds)
                .tableName("platform.scheduled_tasks")
                .serializer(new PlainBytes())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL_EVERY)
                .heartbeatInterval(HEARTBEAT_EVERY)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS_OF_THE_DEAD)
                .threads(parallelism)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("work-", 0).factory()))
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.OFF, false)
                .build();
        fresh.start();
        scheduler = Optional.of(fresh);
    }

    @Override
    public void stop() {
        Optional<Scheduler> stopping = scheduler;
        scheduler = Optional.empty();
        stopping.ifPresent(Scheduler::stop);
    }

    @Override
    public void stop(Runnable whenStopped) {
        Thread.ofVirtual().name("work-stop").start(() -> {
            stop();
            whenStopped.run();
        });
    }

    @Override
    public boolean isRunning() {
        return scheduler.isPresent();
    }

    /** Drains together with the web server, so that both share the time a stop may take. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    private static RecurringTask<Void> recurring(Housekeeping chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
                .onFailure(new Backoff<>())
                .execute((_, _) -> chore.run());
    }

    /** Payloads are turned into bytes before db-scheduler sees them. */
    private static final class PlainBytes implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return data instanceof byte[] bytes ? bytes : new byte[0];
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return type.cast(bytes);
        }
    }
}
