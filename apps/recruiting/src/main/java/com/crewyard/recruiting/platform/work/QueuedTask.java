package com.crewyard.recruiting.platform.work;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.platform.Hindsight;
import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** One type of work as db-scheduler knows it. */
final class QueuedTask<T> extends AbstractTask<byte[]> {

    private final WorkHandler<T> handler;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObservationRegistry observations;

    QueuedTask(WorkHandler<T> handler, JdbcClient jdbc, JsonMapper json, ObservationRegistry observations) {
        super(handler.type().name(), byte[].class, new Backoff<>(), new DeadExecutionHandler.ReviveDeadExecution<>());
        this.handler = handler;
        this.jdbc = jdbc;
        this.json = json;
        this.observations = observations;
    }

    @Override
    public CompletionHandler<byte[]> execute(TaskInstance<byte[]> instance, ExecutionContext context) {
        Work.Envelope envelope = Work.Envelope.read(instance.getData(), json);
        T payload = json.treeToValue(envelope.payload(), handler.type().payload());
        Observation.createNotStarted("crewyard.work", observations)
                .contextualName(getName())
                .lowCardinalityKeyValue("type", getName())
                .observe(
                        () -> Tenancy.in(new OrganizationId(envelope.organization()), () -> handle(envelope, payload)));
        return this::finish;
    }

    private void handle(Work.Envelope envelope, T payload) {
        Instant moment = envelope.moment();
        if (moment == null) {
            handler.handle(payload);
        } else {
            Hindsight.at(moment, () -> handler.handle(payload));
        }
    }

    /** Takes the work off the queue, unless somebody asked for it anew meanwhile. */
    private void finish(ExecutionComplete complete, ExecutionOperations<byte[]> operations) {
        TaskInstance<?> instance = complete.getExecution().taskInstance;
        boolean done = jdbc.sql("""
                                delete from platform.scheduled_tasks
                                where task_name = ? and task_instance = ? and version = ? and not again""")
                        .params(instance.getTaskName(), instance.getId(), complete.getExecution().version)
                        .update()
                == 1;
        if (!done) {
            jdbc.sql("update platform.scheduled_tasks set again = false where task_name = ? and task_instance = ?")
                    .params(instance.getTaskName(), instance.getId())
                    .update();
            operations.reschedule(complete, complete.getTimeDone());
        }
    }

    @Override
    public SchedulableInstance<byte[]> schedulableInstance(String id) {
        return SchedulableInstance.of(instance(id), Instant.now());
    }

    @Override
    public SchedulableInstance<byte[]> schedulableInstance(String id, byte[] data) {
        return SchedulableInstance.of(instance(id, data), Instant.now());
    }
}
