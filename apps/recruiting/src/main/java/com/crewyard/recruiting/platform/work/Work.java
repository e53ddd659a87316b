package com.crewyard.recruiting.platform.work;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.platform.Hindsight;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what is to be done after the present transaction, and only if it commits. */
@Service
public class Work {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<Worker> worker;

    Work(JdbcClient jdbc, JsonMapper json, Clock clock, ObjectProvider<Worker> worker) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.worker = worker;
    }

    /**
     * What stands in the queue: whose work it is, and the handler's payload.
     *
     * @param moment of {@link Hindsight}
     */
    record Envelope(
            long organization, JsonNode payload, @Nullable Instant moment) {

        static Envelope read(byte[] bytes, JsonMapper json) {
            return json.readValue(bytes, Envelope.class);
        }
    }

    /**
     * Enqueues work for the organization in scope. Work of the same type and key that still waits is the same work; if
     * it is being done right now, it is done once more afterwards.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> void enqueue(WorkType<T> type, String key, T payload) {
        enqueueAt(type, key, payload, clock.instant());
    }

    /** Like {@link #enqueue}, not to be done before {@code notBefore}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> void enqueueAt(WorkType<T> type, String key, T payload, Instant notBefore) {
        OrganizationId organization = Tenancy.required();
        Envelope envelope = new Envelope(
                organization.value(),
                json.valueToTree(payload),
                Hindsight.moment().orElse(null));
        jdbc.sql("""
                        insert into platform.scheduled_tasks as task
                          (task_name, task_instance, task_data, execution_time, picked, consecutive_failures, version)
                        values (?, ?, ?, ?, false, 0, 1)
                        on conflict (task_name, task_instance) do update set
                          task_data = excluded.task_data,
                          again = task.picked,
                          execution_time = case when task.picked then task.execution_time
                            else least(task.execution_time, excluded.execution_time) end,
                          version = case when task.picked then task.version else task.version + 1 end""")
                .params(
                        type.name(),
                        organization + ":" + key,
                        json.writeValueAsString(envelope).getBytes(StandardCharsets.UTF_8),
                        Timestamp.from(notBefore))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.ifAvailable(Worker::wake);
            }
        });
    }
}
