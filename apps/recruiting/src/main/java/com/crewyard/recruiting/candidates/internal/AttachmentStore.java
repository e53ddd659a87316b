package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.Attachment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class AttachmentStore {

    private static final String SELECT = """
            select id, candidate_id, application_id, sha256, file_name, kind, added_by, added_at
            from candidates.attachment
            """;

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(
            String addedBy,
            CandidateId candidate,
            Optional<ApplicationId> application,
            Attachment.Kind kind,
            String sha256,
            String fileName) {
        return jdbc.sql("""
                        insert into candidates.attachment
                          (candidate_id, application_id, kind, sha256, file_name, added_by)
                        values (?, ?, ?, ?, ?, ?)
                        returning id""")
                .param(candidate.value())
                .param(application.map(ApplicationId::value).orElse(null))
                .params(kind.code(), sha256, fileName, addedBy)
                .query(Long.class)
                .single();
    }

    public Optional<Attachment> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(AttachmentStore::read)
                .optional();
    }

    public List<Attachment> of(CandidateId candidate) {
        return jdbc.sql(SELECT + "where candidate_id = ? order by id desc")
                .param(candidate.value())
                .query(AttachmentStore::read)
                .list();
    }

    public void delete(long id) {
        jdbc.sql("delete from candidates.attachment where id = ?").param(id).update();
    }

    private static Attachment read(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                new CandidateId(row.getLong("candidate_id")),
                Optional.ofNullable(row.getObject("application_id", Long.class)).map(ApplicationId::new),
                row.getString("sha256"),
                row.getString("file_name"),
                Attachment.Kind.ofCode(row.getString("kind")),
                row.getString("added_by"),
                CandidateStore.instant(row, "added_at"));
    }
}
