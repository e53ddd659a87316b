package com.crewyard.deployment.work;

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

/** Work as db-scheduler knows it: the name of an instance says what to do, and it carries nothing else. */
public abstract class DurableTask extends AbstractTask<Void> {

    private static final Logger log = LoggerFactory.getLogger(DurableTask.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** @param name of what is worked on, in the database and in the log */
    protected DurableTask(String name) {
        super(name, Void.class, DurableTask::again, new DeadExecutionHandler.ReviveDeadExecution<>());
    }

    /** Does one piece of work; present when the same has to be done again after a while. */
    protected abstract Optional<Duration> work(String instance) throws InterruptedException;

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        try {
            return work(instance.getId())
                    .<CompletionHandler<Void>>map(wait -> (complete, operations) -> operations.reschedule(
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
                "work on {} {} failed {} times",
                complete.getExecution().getTaskName(),
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
