package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.ReadResume;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ResumeStore {

    private static final String COLUMNS = """
            select id, candidate_id, sha256, file_name, received_at, state, reason, parser, parsed_at
            """;

    private final JdbcClient jdbc;

    ResumeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ResumeId insert(CandidateId candidate, String sha256, String fileName) {
        return new ResumeId(jdbc.sql("""
                        insert into candidates.resume (candidate_id, sha256, file_name) values (?, ?, ?)
                        returning id""")
                .params(candidate.value(), sha256, fileName)
                .query(Long.class)
                .single());
    }

    public void updateParsed(ResumeId id, ResumeText text, ResumeProfile profile, String parser) {
        jdbc.sql("""
                        update candidates.resume
                        set state = 'parsed', reason = null, parser = ?, parsed_at = clock_timestamp(),
                            content = ?::jsonb, profile = ?::jsonb
                        where id = ?""")
                .params(parser, ProfileCodec.write(text), ProfileCodec.write(profile), id.value())
                .update();
    }

    public void updateUnreadable(ResumeId id, String reason) {
        jdbc.sql("""
                        update candidates.resume
                        set state = 'unreadable', reason = ?, parser = null, parsed_at = null, content = null,
                            profile = null
                        where id = ?""").params(reason, id.value()).update();
    }

    public Optional<Resume> find(ResumeId id) {
        return jdbc.sql(COLUMNS + "from candidates.resume where id = ?")
                .param(id.value())
                .query(ResumeStore::read)
                .optional();
    }

    public List<Resume> of(CandidateId candidate) {
        return jdbc.sql(COLUMNS + "from candidates.resume where candidate_id = ? order by id desc")
                .param(candidate.value())
                .query(ResumeStore::read)
                .list();
    }

    public List<Resume> waiting(int limit) {
        return jdbc.sql(COLUMNS + "from candidates.resume where state = 'waiting' order by id limit ?")
                .param(limit)
                .query(ResumeStore::read)
                .list();
    }

    public Optional<ReadResume> read(ResumeId id) {
        return jdbc.sql(COLUMNS + ", content, profile from candidates.resume where id = ? and state = 'parsed'")
                .param(id.value())
                .query((row, number) -> new ReadResume(
                        read(row, number),
                        ProfileCodec.readText(row.getString("content")),
                        ProfileCodec.readProfile(row.getString("profile"))))
                .optional();
    }

    private static Resume read(ResultSet row, int number) throws SQLException {
        return new Resume(
                new ResumeId(row.getLong("id")),
                new CandidateId(row.getLong("candidate_id")),
                row.getString("sha256"),
                row.getString("file_name"),
                CandidateStore.instant(row, "received_at"),
                state(row));
    }

    private static Resume.State state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "waiting" -> new Resume.State.Waiting();
            case "parsed" -> new Resume.State.Parsed(row.getString("parser"), CandidateStore.instant(row, "parsed_at"));
            case "unreadable" -> new Resume.State.Unreadable(Objects.requireNonNullElse(row.getString("reason"), ""));
            default -> throw new IllegalStateException("resume %d is %s".formatted(row.getLong("id"), state));
        };
    }
}
