package com.crewyard.deployment.work;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is due, in a table of db-scheduler's: added within the transaction that decides on it. */
public final class DueWork {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(40);
    private static final int MOST_ATTEMPTS = 100;

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

    /**
     * Has work that is there already done now, whatever it waits for, after the transaction of this thread. It is never added a second
     * time: two that do the same would take it from each other.
     *
     * @param instance the work as it is called by then
     */
    public void hurry(String task, Supplier<String> instance) {
        if (!TransactionSynchronizationManager.isSynchronizationActive() && hurried(task, instance.get())) {
            wake.run();
        } else {
            afterCommit(() -> Thread.ofVirtual().name("hurry-" + task).start(() -> insist(task, instance)));
        }
    }

    /** While it is being done, perhaps with what was known before, it is done again once that is over. */
    private void insist(String task, Supplier<String> instance) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS && isBeingDone(task, instance.get()); attempt++) {
                Thread.sleep(BETWEEN_ATTEMPTS);
            }
            if (hurried(task, instance.get())) {
                wake.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException _) {
            // The engine stops; whoever goes on looks by itself.
        }
    }

    private boolean hurried(String task, String instance) {
        return jdbc.sql("""
                update %s set execution_time = now()
                where task_name = ? and task_instance = ? and not picked""".formatted(table)).params(task, instance).update() == 1;
    }

    private boolean isBeingDone(String task, String instance) {
        return jdbc.sql("""
                select exists (select from %s where task_name = ? and task_instance = ? and picked)""".formatted(table))
                .params(task, instance)
                .query(Boolean.class)
                .single();
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
