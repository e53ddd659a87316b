package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.StageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class StageStore {

    private static final String SELECT = "select id, job_id, ordinal, name, slug, kind from jobs.stage\n";

    private final JdbcClient jdbc;

    StageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Stage> of(JobId job) {
        return jdbc.sql(SELECT + "where job_id = ? order by ordinal")
                .param(job.value())
                .query(StageStore::read)
                .list();
    }

    public List<Stage> of(Collection<JobId> jobs) {
        return jdbc.sql(SELECT + "where job_id = any(?) order by job_id, ordinal")
                .param(jobs.stream().map(JobId::value).toArray(Long[]::new))
                .query(StageStore::read)
                .list();
    }

    public Optional<Stage> find(StageId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(StageStore::read)
                .optional();
    }

    void insert(JobId job, int ordinal, String name, String slug, StageKind kind) {
        jdbc.sql("insert into jobs.stage (job_id, ordinal, name, slug, kind) values (?, ?, ?, ?, ?)")
                .params(job.value(), ordinal, name, slug, kind.code())
                .update();
    }

    void update(StageId id, int ordinal, String name, String slug, StageKind kind) {
        jdbc.sql("update jobs.stage set ordinal = ?, name = ?, slug = ?, kind = ? where id = ?")
                .params(ordinal, name, slug, kind.code(), id.value())
                .update();
    }

    void delete(StageId id) {
        jdbc.sql("delete from jobs.stage where id = ?").param(id.value()).update();
    }

    private static Stage read(ResultSet row, int number) throws SQLException {
        return new Stage(
                new StageId(row.getLong("id")),
                new JobId(row.getLong("job_id")),
                row.getInt("ordinal"),
                row.getString("name"),
                row.getString("slug"),
                StageKind.ofCode(row.getString("kind")));
    }
}
