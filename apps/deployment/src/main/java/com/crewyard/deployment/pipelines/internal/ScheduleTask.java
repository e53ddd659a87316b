package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Schedule;
import com.crewyard.deployment.work.Cron;
import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A time at which a schedule starts a run: {@code VERSION:INDEX}. Times that passed while no engine worked start one run,
 * not many. It ends by itself when another version of its file counts.
 */
public final class ScheduleTask extends AbstractTask<Void> {

    static final String NAME = "schedule";

    private static final String ACTOR = "schedule";
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final Definitions definitions;
    private final Conductor conductor;

    public ScheduleTask(Definitions definitions, Conductor conductor) {
        super(
                NAME,
                Void.class,
                new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE),
                new DeadExecutionHandler.ReviveDeadExecution<>());
        this.definitions = definitions;
        this.conductor = conductor;
    }

    static String instance(long version, int index) {
        return version + ":" + index;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        String[] parts = instance.getId().split(":", -1);
        Definition definition = definitions.byVersion(Long.parseLong(parts[0]));
        int index = Integer.parseInt(parts[1]);
        List<Schedule> schedules = definition.spec().triggers().schedules();
        boolean counts = definitions
                .current(definition.spec().name())
                .filter(current -> current.version() == definition.version())
                .isPresent();
        if (!counts || index >= schedules.size()) {
            return (_, operations) -> operations.stop();
        }
        Schedule schedule = schedules.get(index);
        Instant due = context.getExecution().getExecutionTime();
        conductor.begin(Beginnings.of(
                definition,
                schedule.parameters(),
                Map.of("kind", "schedule", "actor", ACTOR),
                Optional.of("schedule:%d:%d".formatted(index, due.getEpochSecond())),
                ACTOR,
                Optional.empty()));
        return Cron.next(schedule.cron(), schedule.zone(), Instant.now())
                .<CompletionHandler<Void>>map(next -> (complete, operations) -> operations.reschedule(complete, next))
                .orElseGet(() -> (_, operations) -> operations.stop());
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
