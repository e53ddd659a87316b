package com.crewyard.recruiting.jobs.internal;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions of application forms. */
@Repository
public class FormStore {

    private final JdbcClient jdbc;

    FormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Question> of(JobId job) {
        return jdbc.sql("""
                        select id, kind, label, help, required, options from jobs.question
                        where job_id = ?
                        order by ordinal""").param(job.value()).query(FormStore::read).list();
    }

    void insert(JobId job, int ordinal, Question question) {
        jdbc.sql("""
                        insert into jobs.question (job_id, ordinal, kind, label, help, required, options)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(job.value(), ordinal, question.kind().code(), question.label(), question.help())
                .params(question.required())
                .param(question.options().toArray(String[]::new))
                .update();
    }

    void update(int ordinal, Question question) {
        jdbc.sql("""
                        update jobs.question
                        set ordinal = ?, kind = ?, label = ?, help = ?, required = ?, options = ?
                        where id = ?""")
                .params(ordinal, question.kind().code(), question.label(), question.help(), question.required())
                .param(question.options().toArray(String[]::new))
                .param(question.id())
                .update();
    }

    void deleteAllBut(JobId job, Set<Long> kept) {
        jdbc.sql("delete from jobs.question where job_id = ? and not id = any(?)")
                .param(job.value())
                .param(kept.toArray(Long[]::new))
                .update();
    }

    private static Question read(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getLong("id"),
                QuestionKind.ofCode(row.getString("kind")),
                row.getString("label"),
                row.getString("help"),
                row.getBoolean("required"),
                List.of((String[]) row.getArray("options").getArray()));
    }
}
