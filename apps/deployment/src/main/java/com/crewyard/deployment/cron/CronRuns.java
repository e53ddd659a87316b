package com.crewyard.deployment.cron;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which commands ran at their times. */
public final class CronRuns {

    private static final String COLUMNS = """
            select id, environment, release, job, due_at, state, note, output, started_at, ended_at
            from deploy.cron_run
            """;
    private static final RowMapper<CronRun> ROW = (row, _) -> new CronRun(
            row.getLong("id"),
            row.getLong("environment"),
            row.getLong("release"),
            row.getString("job"),
            row.getTimestamp("due_at").toInstant(),
            CronRun.State.valueOf(row.getString("state")),
            row.getString("note"),
            row.getString("output"),
            Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));

    private final JdbcClient jdbc;

    public CronRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until when a job's times are accounted for; of one that is new, since a moment. */
    public Instant seenUntil(long environment, String job, Instant since) {
        jdbc.sql("insert into deploy.cron_job (environment, name, seen_until) values (?, ?, ?) on conflict do nothing")
                .params(environment, job, Timestamp.from(since))
                .update();
        return jdbc.sql("select seen_until from deploy.cron_job where environment = ? and name = ? for update")
                .params(environment, job)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    public void seen(long environment, String job, Instant until) {
        jdbc.sql("update deploy.cron_job set seen_until = ? where environment = ? and name = ?")
                .params(Timestamp.from(until), environment, job)
                .update();
    }

    /** Forgets jobs that the live release does not have any more; should they come back, they begin anew. */
    public void keepOnly(long environment, Collection<String> jobs) {
        jdbc.sql("delete from deploy.cron_job where environment = ? and name <> all(?)")
                .params(environment, jobs.toArray(String[]::new))
                .update();
    }

    /** Adds one; empty when that time has one already. */
    public Optional<Long> add(
            long environment, long release, String job, Instant due, CronRun.State state, String note) {
        return jdbc.sql("""
                insert into deploy.cron_run (environment, release, job, due_at, state, note, ended_at)
                values (:environment, :release, :job, :due, :state, :note, case when :ended then now() end)
                on conflict do nothing returning id""")
                .param("environment", environment)
                .param("release", release)
                .param("job", job)
                .param("due", Timestamp.from(due))
                .param("state", state.name())
                .param("note", note)
                .param("ended", state.isEnd())
                .query(Long.class)
                .optional();
    }

    public CronRun byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(ROW).single();
    }

    /** The one of a job that is not over. */
    public Optional<CronRun> open(long environment, String job) {
        return jdbc.sql(COLUMNS
                        + "where environment = ? and job = ? and state in ('DUE', 'RUNNING') order by id limit 1")
                .params(environment, job)
                .query(ROW)
                .optional();
    }

    public boolean anyOpen() {
        return jdbc.sql("select exists (select from deploy.cron_run where state in ('DUE', 'RUNNING'))")
                .query(Boolean.class)
                .single();
    }

    /** The latest first. */
    public List<CronRun> latest(long environment, Optional<String> job, int count) {
        return jdbc.sql(COLUMNS + """
                where environment = :environment and (:job::text is null or job = :job)
                order by due_at desc, id desc limit :count""")
                .param("environment", environment)
                .param("job", job.orElse(null))
                .param("count", count)
                .query(ROW)
                .list();
    }

    /** Of each job whose last run failed, that run. */
    public List<CronRun> failing(long environment) {
        return jdbc.sql(COLUMNS + """
                where environment = ? and state = 'FAILED' and not exists (
                    select from deploy.cron_run later
                    where later.environment = cron_run.environment and later.job = cron_run.job
                      and later.state in ('PASSED', 'FAILED') and later.due_at > cron_run.due_at)
                order by job""").param(environment).query(ROW).list();
    }

    public void begun(CronRun run) {
        jdbc.sql("update deploy.cron_run set state = 'RUNNING', started_at = now() where id = ? and state = 'DUE'")
                .param(run.id())
                .update();
    }

    public void ended(CronRun run, CronRun.State state, String note, String output) {
        jdbc.sql("""
                update deploy.cron_run set state = ?, note = ?, output = ?, ended_at = now()
                where id = ? and state in ('DUE', 'RUNNING')""").params(state.name(), note, output, run.id()).update();
    }

    /** What is older is nobody's business any more. */
    public void forget(Duration kept) {
        jdbc.sql("delete from deploy.cron_run where ended_at < now() - make_interval(secs => ?)")
                .param((double) kept.toSeconds())
                .update();
    }
}
