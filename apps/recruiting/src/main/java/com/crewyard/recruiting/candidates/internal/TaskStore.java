package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.candidates.CandidateTask;
import com.crewyard.recruiting.candidates.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class TaskStore {

    private static final String COLUMNS = """
            t.id, t.candidate_id, c.full_name, t.application_id, t.title, t.due_on, t.assignee_id,
            u.full_name as assignee_name, t.done_at, t.created_at
            from candidates.task t
            join candidates.candidate c on c.id = t.candidate_id
            left join identity.app_user u on u.id = t.assignee_id
            """;

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(UserId by, CandidateId candidate, String title, Tasks.NewTask task) {
        return jdbc.sql("""
                        insert into candidates.task
                          (candidate_id, title, created_by, application_id, due_on, assignee_id)
                        values (?, ?, ?, ?, ?, ?)
                        returning id""")
                .params(candidate.value(), title, by.value())
                .param(task.application().map(ApplicationId::value).orElse(null))
                .param(task.dueOn().orElse(null))
                .param(task.assignee().map(UserId::value).orElse(null))
                .query(Long.class)
                .single();
    }

    /** False when it is so already. */
    public boolean changeDone(long id, boolean done) {
        return jdbc.sql("""
                        update candidates.task set done_at = case when ? then clock_timestamp() end
                        where id = ? and (done_at is not null) <> ?""").params(done, id, done).update() == 1;
    }

    public Optional<CandidateTask> find(long id) {
        return jdbc.sql("select " + COLUMNS + "where t.id = ?")
                .param(id)
                .query(TaskStore::read)
                .optional();
    }

    public List<CandidateTask> of(CandidateId candidate) {
        return jdbc.sql("select " + COLUMNS + """
                        where t.candidate_id = ?
                        order by t.done_at desc nulls first, t.due_on nulls last, t.id""")
                .param(candidate.value())
                .query(TaskStore::read)
                .list();
    }

    public List<CandidateTask> assignedTo(UserId user, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        where t.organization_id = platform.current_organization()
                          and t.assignee_id = ? and t.done_at is null
                        order by t.due_on nulls last, t.id limit ?""")
                .params(user.value(), limit)
                .query(TaskStore::read)
                .list();
    }

    public Map<CandidateId, CandidateTask> next(Collection<CandidateId> candidates) {
        return jdbc
                .sql("select distinct on (t.candidate_id) " + COLUMNS + """
                        where t.candidate_id = any(?) and t.done_at is null
                        order by t.candidate_id, t.due_on nulls last, t.id""")
                .param(CandidateStore.array(candidates))
                .query(TaskStore::read)
                .list()
                .stream()
                .collect(Collectors.toMap(CandidateTask::candidate, Function.identity()));
    }

    private static CandidateTask read(ResultSet row, int number) throws SQLException {
        return new CandidateTask(
                row.getLong("id"),
                new CandidateId(row.getLong("candidate_id")),
                row.getString("full_name"),
                Optional.ofNullable(row.getObject("application_id", Long.class)).map(ApplicationId::new),
                row.getString("title"),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("assignee_id", Long.class)).map(UserId::new),
                Optional.ofNullable(row.getString("assignee_name")),
                Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                CandidateStore.instant(row, "created_at"));
    }
}
