package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.candidates.Merge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class MergeStore {

    /** Tables whose rows belong to one candidate and move as they are. */
    static final List<String> TABLES = List.of("note", "task", "attachment", "resume");

    private static final String SELECT = """
            select m.id, m.kept_id, m.merged_id, c.full_name as merged_name, u.full_name as by_name, m.merged_at
            from candidates.merge m
            join candidates.candidate c on c.id = m.merged_id
            join identity.app_user u on u.id = m.merged_by
            where m.undone_at is null
            """;

    private final JdbcClient jdbc;

    MergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Merge> find(long id) {
        return jdbc.sql(SELECT + "and m.id = ?")
                .param(id)
                .query(MergeStore::read)
                .optional();
    }

    public List<Merge> of(CandidateId kept) {
        return jdbc.sql(SELECT + "and m.kept_id = ? order by m.id desc")
                .param(kept.value())
                .query(MergeStore::read)
                .list();
    }

    long insert(CandidateId kept, CandidateId merged, UserId by, MergeMemory memory) {
        return jdbc.sql("""
                        insert into candidates.merge (kept_id, merged_id, merged_by, moved)
                        values (?, ?, ?, ?::jsonb) returning id""")
                .params(kept.value(), merged.value(), by.value(), memory.write())
                .query(Long.class)
                .single();
    }

    MergeMemory memory(long id) {
        return MergeMemory.read(jdbc.sql("select moved from candidates.merge where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    void markUndone(long id) {
        jdbc.sql("update candidates.merge set undone_at = clock_timestamp() where id = ?")
                .param(id)
                .update();
    }

    void hide(CandidateId merged, CandidateId kept) {
        jdbc.sql("update candidates.candidate set merged_into = ? where id = ?")
                .params(kept.value(), merged.value())
                .update();
    }

    void show(CandidateId merged) {
        jdbc.sql("update candidates.candidate set merged_into = null where id = ?")
                .param(merged.value())
                .update();
    }

    long count(String table, CandidateId candidate) {
        return jdbc.sql("select count(*) from candidates.%s where candidate_id = ?".formatted(table))
                .param(candidate.value())
                .query(Long.class)
                .single();
    }

    List<Long> moveAll(String table, CandidateId from, CandidateId to) {
        return jdbc.sql("update candidates.%s set candidate_id = ? where candidate_id = ? returning id"
                        .formatted(table))
                .params(to.value(), from.value())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    void moveBack(String table, Collection<Long> ids, CandidateId from, CandidateId to) {
        jdbc.sql("update candidates.%s set candidate_id = ? where candidate_id = ? and id = any(?)".formatted(table))
                .params(to.value(), from.value())
                .param(ids.toArray(Long[]::new))
                .update();
    }

    /** Returns the labels that were new to the target. */
    List<String> copyTags(CandidateId from, CandidateId to) {
        return jdbc.sql("""
                        insert into candidates.tag (candidate_id, label)
                        select ?, label from candidates.tag theirs
                        where candidate_id = ?
                          and not exists (select from candidates.tag mine
                                          where mine.candidate_id = ? and lower(mine.label) = lower(theirs.label))
                        returning label""")
                .params(to.value(), from.value(), to.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    void removeTags(CandidateId candidate, Collection<String> labels) {
        jdbc.sql("delete from candidates.tag where candidate_id = ? and label = any(?)")
                .param(candidate.value())
                .param(labels.toArray(String[]::new))
                .update();
    }

    /** Returns the fields that were not corrected for the target before. */
    List<String> copyCorrections(CandidateId from, CandidateId to) {
        return jdbc.sql("""
                        insert into candidates.correction (candidate_id, field, value, corrected_by, corrected_at)
                        select ?, field, value, corrected_by, corrected_at
                        from candidates.correction where candidate_id = ?
                        on conflict do nothing
                        returning field""")
                .params(to.value(), from.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Leaves those that somebody corrected again since. */
    void removeCopiedCorrections(CandidateId from, CandidateId to, Collection<String> fields) {
        jdbc.sql("""
                        delete from candidates.correction mine using candidates.correction theirs
                        where mine.candidate_id = ? and theirs.candidate_id = ? and mine.field = any(?)
                          and theirs.field = mine.field and theirs.corrected_at = mine.corrected_at""")
                .params(to.value(), from.value())
                .param(fields.toArray(String[]::new))
                .update();
    }

    private static Merge read(ResultSet row, int number) throws SQLException {
        return new Merge(
                row.getLong("id"),
                new CandidateId(row.getLong("kept_id")),
                new CandidateId(row.getLong("merged_id")),
                row.getString("merged_name"),
                row.getString("by_name"),
                CandidateStore.instant(row, "merged_at"));
    }
}
