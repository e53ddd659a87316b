package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobPost;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.jobs.Salary;
import com.crewyard.recruiting.platform.LikePatterns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JobStore {

    static final String COLUMNS = """
            job.id, job.organization_id, job.created_by_user_id, job.title, job.department, job.locations,
            job.employment_type, job.remote_option, job.salary_min, job.salary_max, job.currency, job.salary_period,
            job.description, job.required_skills, job.nice_to_have_skills, job.status, job.version,
            job.created_at, job.updated_at, post.state as post_state, post.published_at, post.valid_through
            """;
    private static final String SELECT = "select " + COLUMNS + "from jobs.job join jobs.post on post.job_id = job.id\n";
    private static final String FILTER = """
            where job.organization_id = platform.current_organization()
              and (cast(:status as text) is null or job.status = :status)
              and (cast(:q as text) is null or job.title ilike '%' || :q || '%')
            """;

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Job> find(JobId id) {
        return jdbc.sql(SELECT + "where job.id = ?")
                .param(id.value())
                .query(JobStore::read)
                .optional();
    }

    Optional<Job> lock(JobId id) {
        return jdbc.sql(SELECT + "where job.id = ? for update of job")
                .param(id.value())
                .query(JobStore::read)
                .optional();
    }

    public List<Job> all(Collection<JobId> ids) {
        return jdbc.sql(SELECT + "where job.id = any(?)")
                .param(ids.stream().map(JobId::value).toArray(Long[]::new))
                .query(JobStore::read)
                .list();
    }

    public List<Job> page(Optional<JobStatus> status, Optional<String> titlePart, int skip, int limit) {
        return jdbc.sql(SELECT + FILTER + "order by job.id desc offset :skip limit :limit")
                .param("status", status.map(JobStatus::code).orElse(null))
                .param("q", titlePart.map(LikePatterns::escape).orElse(null))
                .param("skip", skip)
                .param("limit", limit)
                .query(JobStore::read)
                .list();
    }

    public long count(Optional<JobStatus> status, Optional<String> titlePart) {
        return jdbc.sql("select count(*) from jobs.job\n" + FILTER)
                .param("status", status.map(JobStatus::code).orElse(null))
                .param("q", titlePart.map(LikePatterns::escape).orElse(null))
                .query(Long.class)
                .single();
    }

    JobId insert(UserId createdBy, JobDraft draft) {
        return new JobId(jdbc.sql("""
                        insert into jobs.job (
                          created_by_user_id, title, department, locations, employment_type, remote_option, salary_min,
                          salary_max, currency, salary_period, description, required_skills, nice_to_have_skills, status)
                        values (:createdBy, :title, :department, :locations, :employmentType, :remoteOption, :salaryMin,
                          :salaryMax, :currency, :period, :description, :required, :nice, :status)
                        returning id""")
                .param("createdBy", createdBy.value())
                .params(columns(draft))
                .query(Long.class)
                .single());
    }

    void update(JobId id, JobDraft draft) {
        jdbc.sql("""
                        update jobs.job set
                          title = :title, department = :department, locations = :locations,
                          employment_type = :employmentType, remote_option = :remoteOption, salary_min = :salaryMin,
                          salary_max = :salaryMax, currency = :currency, salary_period = :period,
                          description = :description, required_skills = :required, nice_to_have_skills = :nice,
                          closed_at = case when :status in ('closed', 'archived') then coalesce(closed_at, now()) end,
                          status = :status, version = version + 1, updated_at = now()
                        where id = :id""").param("id", id.value()).params(columns(draft)).update();
    }

    boolean delete(JobId id) {
        return jdbc.sql("delete from jobs.job where id = ?").param(id.value()).update() == 1;
    }

    void insertPost(JobId id, PostState state, Optional<Instant> publishedAt) {
        jdbc.sql("insert into jobs.post (job_id, state, published_at) values (?, ?, ?)")
                .params(id.value(), state.code())
                .param(publishedAt.map(Timestamp::from).orElse(null))
                .update();
    }

    void updatePost(JobId id, JobPost post) {
        jdbc.sql("update jobs.post set state = ?, published_at = ?, valid_through = ? where job_id = ?")
                .param(post.state().code())
                .param(post.publishedAt().map(Timestamp::from).orElse(null))
                .param(post.validThrough().orElse(null))
                .param(id.value())
                .update();
        jdbc.sql("update jobs.job set version = version + 1, updated_at = now() where id = ?")
                .param(id.value())
                .update();
    }

    static Job read(ResultSet row, int number) throws SQLException {
        return new Job(
                new JobId(row.getLong("id")),
                new OrganizationId(row.getLong("organization_id")),
                number(row, "created_by_user_id").map(UserId::new),
                new JobDraft(
                        row.getString("title"),
                        Optional.ofNullable(row.getString("department")),
                        texts(row, "locations"),
                        Optional.ofNullable(row.getString("employment_type")),
                        Optional.ofNullable(row.getString("remote_option")),
                        new Salary(
                                number(row, "salary_min"),
                                number(row, "salary_max"),
                                row.getString("currency"),
                                row.getString("salary_period")),
                        Optional.ofNullable(row.getString("description")),
                        texts(row, "required_skills"),
                        texts(row, "nice_to_have_skills"),
                        JobStatus.ofCode(row.getString("status")).orElseThrow()),
                new JobPost(
                        PostState.ofCode(row.getString("post_state")),
                        Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getObject("valid_through", LocalDate.class))),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static java.util.Map<String, @org.jspecify.annotations.Nullable Object> columns(JobDraft draft) {
        java.util.Map<String, @org.jspecify.annotations.Nullable Object> columns = new java.util.HashMap<>();
        columns.put("title", draft.title());
        columns.put("department", draft.department().orElse(null));
        columns.put("locations", draft.locations().toArray(String[]::new));
        columns.put("employmentType", draft.employmentType().orElse(null));
        columns.put("remoteOption", draft.remoteOption().orElse(null));
        columns.put("salaryMin", draft.salary().minimum().orElse(null));
        columns.put("salaryMax", draft.salary().maximum().orElse(null));
        columns.put("currency", draft.salary().currency());
        columns.put("period", draft.salary().period());
        columns.put("description", draft.description().orElse(null));
        columns.put("required", draft.requiredSkills().toArray(String[]::new));
        columns.put("nice", draft.niceToHaveSkills().toArray(String[]::new));
        columns.put("status", draft.status().code());
        return columns;
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
