package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.pipeline.Answer;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.Received;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ApplicationStore {

    private static final String SELECT = """
            select application.*, stage.slug as stage_slug, reason.label as reason_label
            from pipeline.application
            join jobs.stage on stage.id = application.stage_id
            left join pipeline.rejection_reason reason on reason.id = application.rejection_reason_id
            """;
    private static final String FILTER = """
            where application.organization_id = platform.current_organization()
              and (cast(:job as bigint) is null or application.job_id = :job)
              and (cast(:candidate as bigint) is null or application.candidate_id = :candidate)
            """;

    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Application> find(ApplicationId id) {
        return jdbc.sql(SELECT + "where application.id = ?")
                .param(id.value())
                .query(ApplicationStore::read)
                .optional();
    }

    public Optional<Application> find(JobId job, CandidateId candidate) {
        return jdbc.sql(SELECT + "where application.job_id = ? and application.candidate_id = ?")
                .params(job.value(), candidate.value())
                .query(ApplicationStore::read)
                .optional();
    }

    /**
     * Locks before it reads: whoever waited sees what the other made of it. A join in the locking statement itself
     * would look for the stage that the application was in before, and find nothing.
     */
    Optional<Application> lock(ApplicationId id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /** In the order of their identifiers, so that two who lock many never wait for each other in a circle. */
    List<Application> lock(Collection<ApplicationId> ids) {
        Long[] values = ids.stream().map(ApplicationId::value).toArray(Long[]::new);
        jdbc.sql("select id from pipeline.application where id = any(?) order by id for update")
                .param(values)
                .query((row, _) -> row.getLong(1))
                .list();
        return jdbc.sql(SELECT + "where application.id = any(?) order by application.id")
                .param(values)
                .query(ApplicationStore::read)
                .list();
    }

    public List<Application> page(Optional<JobId> job, Optional<CandidateId> candidate, int skip, int limit) {
        return jdbc.sql(SELECT + FILTER + "order by application.id desc offset :skip limit :limit")
                .param("job", job.map(JobId::value).orElse(null))
                .param("candidate", candidate.map(CandidateId::value).orElse(null))
                .param("skip", skip)
                .param("limit", limit)
                .query(ApplicationStore::read)
                .list();
    }

    public long count(Optional<JobId> job, Optional<CandidateId> candidate) {
        return jdbc.sql("select count(*) from pipeline.application\n" + FILTER)
                .param("job", job.map(JobId::value).orElse(null))
                .param("candidate", candidate.map(CandidateId::value).orElse(null))
                .query(Long.class)
                .single();
    }

    /** Empty when this candidate has applied to this job already. Of two at once, the second waits for the first. */
    Optional<ApplicationId> insert(Received received, StageId stage, String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('application:' || ? || ':' || ?, 0))")
                .params(received.job().value(), received.candidate().value())
                .query(row -> {});
        return jdbc.sql("""
                        insert into pipeline.application (
                          job_id, candidate_id, stage_id, source, reference, resume_id, cover_letter,
                          status_token_sha256)
                        select :job, :candidate, :stage, :source, :reference, :resume, :letter, :token
                        where not exists (
                          select from pipeline.application where job_id = :job and candidate_id = :candidate)
                        returning id""")
                .param("job", received.job().value())
                .param("candidate", received.candidate().value())
                .param("stage", stage.value())
                .param("source", received.source())
                .param("reference", reference)
                .param("resume", received.resume().orElse(null), Types.BIGINT)
                .param("letter", received.coverLetter().orElse(null), Types.VARCHAR)
                .param("token", received.statusTokenSha256().orElse(null), Types.VARCHAR)
                .query(Long.class)
                .optional()
                .map(ApplicationId::new);
    }

    void refresh(ApplicationId id, Received received) {
        jdbc.sql("""
                        update pipeline.application set
                          resume_id = coalesce(:resume, resume_id), cover_letter = coalesce(:letter, cover_letter),
                          status_token_sha256 = coalesce(:token, status_token_sha256), version = version + 1
                        where id = :id""")
                .param("resume", received.resume().orElse(null))
                .param("letter", received.coverLetter().orElse(null))
                .param("token", received.statusTokenSha256().orElse(null))
                .param("id", id.value())
                .update();
    }

    void replaceAnswers(ApplicationId id, List<Answer> answers) {
        jdbc.sql("delete from pipeline.answer where application_id = ?")
                .param(id.value())
                .update();
        for (int ordinal = 0; ordinal < answers.size(); ordinal++) {
            Answer answer = answers.get(ordinal);
            jdbc.sql("""
                            insert into pipeline.answer (application_id, ordinal, label, kind, value, question_id, sha256)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(id.value(), ordinal, answer.label(), answer.kind(), answer.value())
                    .param(answer.question().orElse(null))
                    .param(answer.file().orElse(null))
                    .update();
        }
    }

    public Set<CandidateId> applied(JobId job, Collection<CandidateId> candidates) {
        return jdbc.sql("select candidate_id from pipeline.application where job_id = ? and candidate_id = any(?)")
                .param(job.value())
                .param(candidates.stream().map(CandidateId::value).toArray(Long[]::new))
                .query((row, _) -> new CandidateId(row.getLong(1)))
                .set();
    }

    public List<Answer> answers(ApplicationId id) {
        return jdbc.sql("""
                        select question_id, label, kind, value, sha256 from pipeline.answer
                        where application_id = ? order by ordinal""")
                .param(id.value())
                .query((row, _) -> new Answer(
                        number(row, "question_id"),
                        row.getString("label"),
                        row.getString("kind"),
                        row.getString("value"),
                        Optional.ofNullable(row.getString("sha256"))))
                .list();
    }

    /** Puts it somewhere else and remembers where it was. */
    void place(Application before, StageId stage, ApplicationState state, Optional<Long> rejectionReason) {
        jdbc.sql("""
                        update pipeline.application set
                          stage_id = :stage, state = :state, rejection_reason_id = :reason,
                          undo_stage_id = stage_id, undo_state = state,
                          stage_entered_at = case when stage_id = :stage then stage_entered_at else now() end,
                          closed_at = case when :state = 'active' then null else now() end,
                          version = version + 1
                        where id = :id""")
                .param("stage", stage.value())
                .param("state", state.code())
                .param("reason", rejectionReason.orElse(null))
                .param("id", before.id().value())
                .update();
    }

    /** Where an undo would lead to. */
    record Former(StageId stage, ApplicationState state) {}

    Optional<Former> former(ApplicationId id) {
        return jdbc.sql("""
                        select undo_stage_id, undo_state from pipeline.application
                        where id = ? and undo_stage_id is not null""")
                .param(id.value())
                .query((row, _) -> new Former(
                        new StageId(row.getLong("undo_stage_id")),
                        ApplicationState.ofCode(row.getString("undo_state"))))
                .optional();
    }

    void forgetFormer(ApplicationId id) {
        jdbc.sql("update pipeline.application set undo_stage_id = null, undo_state = null where id = ?")
                .param(id.value())
                .update();
    }

    void score(ApplicationId id, @Nullable Integer fitScore) {
        jdbc.sql("update pipeline.application set fit_score = ?, version = version + 1 where id = ?")
                .param(fitScore)
                .param(id.value())
                .update();
    }

    public void matchScore(ApplicationId id, int score, String reason) {
        jdbc.sql("update pipeline.application set match_score = ?, match_reason = ? where id = ?")
                .params(score, reason, id.value())
                .update();
    }

    void source(ApplicationId id, String source) {
        jdbc.sql("update pipeline.application set source = ?, version = version + 1 where id = ?")
                .params(source, id.value())
                .update();
    }

    boolean delete(ApplicationId id) {
        return jdbc.sql("delete from pipeline.application where id = ?")
                        .param(id.value())
                        .update()
                == 1;
    }

    /** A private link's application, before its organization is in scope; see the policy reader_of_key. */
    public record Linked(OrganizationId organization, ApplicationId application) {}

    public Optional<Linked> byStatusToken(String sha256) {
        return jdbc.sql("select organization_id, id from pipeline.application where status_token_sha256 = ?")
                .param(sha256)
                .query((row, _) -> new Linked(new OrganizationId(row.getLong(1)), new ApplicationId(row.getLong(2))))
                .optional();
    }

    static Application read(ResultSet row, int number) throws SQLException {
        return new Application(
                new ApplicationId(row.getLong("id")),
                new OrganizationId(row.getLong("organization_id")),
                new JobId(row.getLong("job_id")),
                new CandidateId(row.getLong("candidate_id")),
                new StageId(row.getLong("stage_id")),
                row.getString("stage_slug"),
                ApplicationState.ofCode(row.getString("state")),
                row.getString("source"),
                number(row, "fit_score").map(Math::toIntExact),
                number(row, "match_score").map(Math::toIntExact),
                Optional.ofNullable(row.getString("match_reason")),
                row.getString("reference"),
                number(row, "resume_id"),
                Optional.ofNullable(row.getString("cover_letter")),
                Optional.ofNullable(row.getString("reason_label")),
                row.getTimestamp("applied_at").toInstant(),
                row.getTimestamp("stage_entered_at").toInstant(),
                row.getObject("undo_stage_id") != null,
                row.getInt("version"));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
