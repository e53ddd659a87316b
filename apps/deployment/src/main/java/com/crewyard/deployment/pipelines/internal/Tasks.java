package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.work.DueWork;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The work that is due, in db-scheduler's table: added within the transaction that decides on it. */
public final class Tasks {

    /** The pipelines' own, with its schema. */
    public static final String TABLE = "deploy.pipeline_task";

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(40);
    private static final int MOST_ATTEMPTS = 100;

    private final JdbcClient jdbc;
    private final Runnable wake;
    private final DueWork due;

    /** @param wake has the scheduler here look now */
    public Tasks(JdbcClient jdbc, Runnable wake) {
        this.jdbc = jdbc;
        this.wake = wake;
        this.due = new DueWork(jdbc, TABLE, wake);
    }

    void stage(long run, String stage, int seq, Instant at) {
        due.add(StageTask.NAME, StageTask.instance(run, seq, stage), at);
    }

    void schedule(long version, int index, Instant at) {
        due.add(ScheduleTask.NAME, ScheduleTask.instance(version, index), at);
    }

    /** Has a stage looked at now, whatever it is waiting for; after the transaction, if there is one. */
    public void hurry(long run, String stage) {
        if (!TransactionSynchronizationManager.isSynchronizationActive() && hurried(run, stage)) {
            wake.run();
        } else {
            DueWork.afterCommit(() -> Thread.ofVirtual().name("hurry-" + run).start(() -> insist(run, stage)));
        }
    }

    /** While somebody looks at it, perhaps at what was before, it is looked at again once they are done. */
    private void insist(long run, String stage) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS && isBeingLookedAt(run, stage); attempt++) {
                Thread.sleep(BETWEEN_ATTEMPTS);
            }
            if (hurried(run, stage)) {
                wake.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (org.springframework.dao.DataAccessException | org.springframework.transaction.TransactionException _) {
            // The engine stops; whoever goes on looks by itself.
        }
    }

    private boolean hurried(long run, String stage) {
        return jdbc.sql("""
                update deploy.pipeline_task set execution_time = now()
                where task_name = 'stage' and not picked and task_instance =
                      (select run || ':' || seq || ':' || name from deploy.pipeline_stage where run = ? and name = ?)""").params(run, stage).update() == 1;
    }

    private boolean isBeingLookedAt(long run, String stage) {
        return jdbc.sql("""
                select exists (select from deploy.pipeline_task where task_name = 'stage' and picked and task_instance =
                      (select run || ':' || seq || ':' || name from deploy.pipeline_stage where run = ? and name = ?))""").params(run, stage).query(Boolean.class).single();
    }
}
