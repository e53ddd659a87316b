package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.Tags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class TagStore {

    private final JdbcClient jdbc;

    TagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the organization spells a label that it uses. */
    public Optional<String> spelling(String label) {
        return jdbc.sql("""
                        select label from candidates.tag
                        where organization_id = platform.current_organization() and lower(label) = lower(?)
                        limit 1""").param(label).query(String.class).optional();
    }

    public boolean insert(CandidateId candidate, String label) {
        return jdbc.sql("insert into candidates.tag (candidate_id, label) values (?, ?) on conflict do nothing")
                        .params(candidate.value(), label)
                        .update()
                == 1;
    }

    public boolean delete(CandidateId candidate, String label) {
        return jdbc.sql("delete from candidates.tag where candidate_id = ? and lower(label) = lower(?)")
                        .params(candidate.value(), label)
                        .update()
                > 0;
    }

    public Map<CandidateId, List<String>> of(Collection<CandidateId> candidates) {
        Map<CandidateId, List<String>> labels = new HashMap<>();
        jdbc.sql("select candidate_id, label from candidates.tag where candidate_id = any(?) order by lower(label)")
                .param(CandidateStore.array(candidates))
                .query(row -> {
                    labels.computeIfAbsent(new CandidateId(row.getLong(1)), _ -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return labels;
    }

    public List<Tags.Use> all() {
        return jdbc.sql("""
                        select t.label, count(*) as candidates
                        from candidates.tag t
                        join candidates.candidate c on c.id = t.candidate_id and c.merged_into is null
                        group by t.label order by candidates desc, lower(t.label)""")
                .query((row, _) -> new Tags.Use(row.getString(1), row.getLong(2)))
                .list();
    }
}
