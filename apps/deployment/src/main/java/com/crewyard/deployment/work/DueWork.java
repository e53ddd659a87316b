package com.crewyard.deployment.work;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is due, in a table of db-scheduler's: added within the transaction that decides on it. */
public final class DueWork {

    private final JdbcClient jdbc;
    private final String table;
    private final Runnable wake;

    /**
     * @param table with its schema
     * @param wake has the scheduler here look now
     */
    public DueWork(JdbcClient jdbc, String table, Runnable wake) {
        this.jdbc = jdbc;
        this.table = table;
        this.wake = wake;
    }

    /** Adds work unless the same is there, and has the scheduler look when that is committed. */
    public void add(String task, String instance, Instant at) {
        jdbc.sql("""
                insert into %s (task_name, task_instance, execution_time, picked, version)
                values (?, ?, ?, false, 1) on conflict do nothing""".formatted(table))
                .params(task, instance, Timestamp.from(at))
                .update();
        afterCommit(wake);
    }

    /** After the transaction of this thread, or at once where there is none. */
    public static void afterCommit(Runnable what) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            what.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }
}
