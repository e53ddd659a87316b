package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the demonstration is, and the dates of rows whose modules know only the present. */
@Repository
class DemoStore {

    private final JdbcClient jdbc;

    DemoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the organization in scope; empty when its registration was cut short. */
    record Origin(boolean demonstration, Instant foundedAt) {}

    Optional<Origin> origin() {
        return jdbc.sql("""
                        select demonstration, created_at from identity.organization
                        where organization_id = platform.current_organization()""")
                .query((row, _) -> new Origin(
                        row.getBoolean("demonstration"),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    int stepsDone() {
        jdbc.sql("insert into demo.progress (done) values (0) on conflict do nothing")
                .update();
        return jdbc.sql("select done from demo.progress where organization_id = platform.current_organization()")
                .query(Integer.class)
                .single();
    }

    boolean isFinished() {
        return jdbc.sql("""
                        select exists (select from demo.progress
                        where organization_id = platform.current_organization() and finished)""").query(Boolean.class).single();
    }

    void finish() {
        jdbc.sql("update demo.progress set finished = true where organization_id = platform.current_organization()")
                .update();
    }

    /** False when another process has taken this step. */
    boolean take(int step) {
        return jdbc.sql("""
                        update demo.progress set done = done + 1
                        where organization_id = platform.current_organization() and done = ?""").param(step).update() == 1;
    }

    Optional<JobId> job(String title) {
        return jdbc.sql("""
                        select id from jobs.job
                        where organization_id = platform.current_organization() and title = ?
                        order by id limit 1""")
                .param(title)
                .query((row, _) -> new JobId(row.getLong(1)))
                .optional();
    }

    /** Who has this address now, after merges that visitors made. */
    Optional<CandidateId> candidate(String email) {
        return jdbc.sql("""
                        select coalesce(candidate.merged_into, candidate.id)
                        from candidates.identifier
                        join candidates.candidate on candidate.id = identifier.candidate_id
                        where identifier.organization_id = platform.current_organization()
                          and identifier.kind = 'email' and identifier.value = ?
                        limit 1""")
                .param(email)
                .query((row, _) -> new CandidateId(row.getLong(1)))
                .optional();
    }

    void founded(Instant at) {
        jdbc.sql("update identity.app_user set created_at = ? where organization_id = platform.current_organization()")
                .param(Timestamp.from(at))
                .update();
    }

    void posted(JobId job, Instant at) {
        Timestamp moment = Timestamp.from(at);
        jdbc.sql("update jobs.job set created_at = ?, updated_at = ? where id = ?")
                .params(moment, moment, job.value())
                .update();
        jdbc.sql("update jobs.post set published_at = ? where job_id = ? and published_at is not null")
                .params(moment, job.value())
                .update();
        jdbc.sql("update jobs.opening set opened_at = ? where job_id = ?")
                .params(moment, job.value())
                .update();
    }

    void closed(JobId job, Instant at) {
        Timestamp moment = Timestamp.from(at);
        jdbc.sql("update jobs.job set updated_at = ?, closed_at = ? where id = ?")
                .params(moment, moment, job.value())
                .update();
    }

    void applied(ApplicationId application, Instant at) {
        Timestamp moment = Timestamp.from(at);
        jdbc.sql("""
                        with arrived as (
                          update pipeline.application set applied_at = ?, stage_entered_at = ?
                          where id = ? returning candidate_id, resume_id
                        ), received as (
                          update candidates.resume set received_at = ?
                          from arrived where resume.id = arrived.resume_id
                        )
                        update candidates.candidate
                        set created_at = least(created_at, ?), updated_at = least(updated_at, ?)
                        from arrived where candidate.id = arrived.candidate_id""")
                .params(moment, moment, application.value(), moment, moment, moment)
                .update();
    }

    /** Made-up people get no mail. */
    void holdMessages(ApplicationId application, Instant at) {
        jdbc.sql("""
                        update messaging.message
                        set state = 'held', failure = 'Demonstration data is not sent.', created_at = ?
                        where application_id = ? and state = 'queued'""").params(Timestamp.from(at), application.value()).update();
    }

    void moved(ApplicationId application, Instant at) {
        Timestamp moment = Timestamp.from(at);
        jdbc.sql("""
                        update pipeline.application
                        set stage_entered_at = ?, closed_at = case when state <> 'active' then ?::timestamptz end
                        where id = ?""").params(moment, moment, application.value()).update();
        jdbc.sql("update jobs.opening set filled_at = ? where filled_by_application_id = ?")
                .params(moment, application.value())
                .update();
    }

    void noted(long note, Instant at) {
        jdbc.sql("update candidates.note set created_at = ? where id = ?")
                .params(Timestamp.from(at), note)
                .update();
    }

    void assigned(long task, Instant at) {
        jdbc.sql("update candidates.task set created_at = ? where id = ?")
                .params(Timestamp.from(at), task)
                .update();
    }
}
