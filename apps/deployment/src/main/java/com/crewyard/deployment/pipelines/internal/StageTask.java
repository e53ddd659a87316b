package com.crewyard.deployment.pipelines.internal;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One piece of work as db-scheduler knows it: its name is {@code RUN:SEQ:STAGE}, and it carries nothing else. */
public final class StageTask extends AbstractTask<Void> {

    static final String NAME = "stage";

    private static final Logger log = LoggerFactory.getLogger(StageTask.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final StageRunner runner;

    public StageTask(StageRunner runner) {
        super(NAME, Void.class, StageTask::again, new DeadExecutionHandler.ReviveDeadExecution<>());
        this.runner = runner;
    }

    static String instance(long run, int seq, String stage) {
        return run + ":" + seq + ":" + stage;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        String[] parts = instance.getId().split(":", 3);
        try {
            Optional<Duration> after = runner.work(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2]);
            return after.<CompletionHandler<Void>>map(wait -> (complete, operations) -> operations.reschedule(
                            complete, complete.getTimeDone().plus(wait)))
                    .orElseGet(() -> (_, operations) -> operations.stop());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the engine stops", e);
        }
    }

    /** After a failure nobody foresaw: again, after a wait that doubles. */
    private static void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        Duration wait = Duration.ofMillis(250L << Math.min(failures, 10));
        log.warn(
                "work on stage {} failed {} times",
                complete.getExecution().getId(),
                failures + 1,
                complete.getCause().orElse(null));
        operations.reschedule(
                complete, complete.getTimeDone().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        return SchedulableInstance.of(instance(id), Instant.now());
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        return schedulableInstance(id);
    }
}
