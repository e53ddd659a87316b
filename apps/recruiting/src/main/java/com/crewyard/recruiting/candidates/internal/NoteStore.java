package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.candidates.Note;
import com.crewyard.recruiting.identity.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class NoteStore {

    private static final String SELECT = """
            select id, candidate_id, application_id, author_id, author_name, body, mentions, created_at
            from candidates.note
            """;

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(
            CurrentUser author,
            CandidateId candidate,
            Optional<ApplicationId> application,
            String body,
            List<UserId> mentions) {
        return jdbc.sql("""
                        insert into candidates.note
                          (candidate_id, application_id, author_id, author_name, body, mentions)
                        values (?, ?, ?, ?, ?, ?)
                        returning id""")
                .param(candidate.value())
                .param(application.map(ApplicationId::value).orElse(null))
                .params(author.id().value(), author.fullName(), body)
                .param(mentions.stream().map(UserId::value).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    public Optional<Note> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(NoteStore::read)
                .optional();
    }

    public List<Note> of(CandidateId candidate) {
        return jdbc.sql(SELECT + "where candidate_id = ? order by id desc")
                .param(candidate.value())
                .query(NoteStore::read)
                .list();
    }

    public List<Note> mentioning(UserId user, long before, int limit) {
        return jdbc.sql(SELECT + "where mentions @> array[?]::bigint[] and id < ? order by id desc limit ?")
                .params(user.value(), before, limit)
                .query(NoteStore::read)
                .list();
    }

    public void delete(long id) {
        jdbc.sql("delete from candidates.note where id = ?").param(id).update();
    }

    private static Note read(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getLong("id"),
                new CandidateId(row.getLong("candidate_id")),
                Optional.ofNullable(row.getObject("application_id", Long.class)).map(ApplicationId::new),
                Optional.ofNullable(row.getObject("author_id", Long.class)).map(UserId::new),
                row.getString("author_name"),
                row.getString("body"),
                Arrays.stream((Long[]) row.getArray("mentions").getArray())
                        .map(UserId::new)
                        .toList(),
                CandidateStore.instant(row, "created_at"));
    }
}
