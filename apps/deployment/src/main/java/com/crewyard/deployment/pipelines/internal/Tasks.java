package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.work.DueWork;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work that is due, in db-scheduler's table: added within the transaction that decides on it. */
public final class Tasks {

    /** The pipelines' own, with its schema. */
    public static final String TABLE = "deploy.pipeline_task";

    private final JdbcClient jdbc;
    private final DueWork due;

    /** @param wake has the scheduler here look now */
    public Tasks(JdbcClient jdbc, Runnable wake) {
        this.jdbc = jdbc;
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
        due.hurry(
                StageTask.NAME,
                () -> jdbc.sql("""
                select run || ':' || seq || ':' || name from deploy.pipeline_stage where run = ? and name = ?""").params(run, stage).query(String.class).single());
    }
}
