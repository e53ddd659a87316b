package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what no other module hands out for many candidates at once. */
@Repository
class SubjectStore {

    private final JdbcClient jdbc;

    SubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An application, by what is searched of it. */
    record Application(long job, String state, String stage, String stageName) {}

    /**
     * @param resume its text, empty when none was read
     * @param identifiers values by {@code email}, {@code phone}, {@code linkedin}
     */
    record Subject(String resume, Map<String, List<String>> identifiers, List<Application> applications) {
        static final Subject UNKNOWN = new Subject("", Map.of(), List.of());
    }

    Map<CandidateId, Subject> of(Collection<CandidateId> candidates) {
        Long[] ids = candidates.stream().map(CandidateId::value).toArray(Long[]::new);
        Map<CandidateId, String> resumes = new HashMap<>();
        jdbc.sql("""
                        select distinct on (candidate_id) candidate_id, content ->> 'text' as text
                        from candidates.resume
                        where candidate_id = any(?) and state = 'parsed'
                        order by candidate_id, id desc""").param(ids).query(row -> {
            String text = row.getString("text");
            resumes.put(new CandidateId(row.getLong("candidate_id")), text == null ? "" : text);
        });
        Map<CandidateId, Map<String, List<String>>> identifiers = new HashMap<>();
        jdbc.sql("select candidate_id, kind, value from candidates.identifier where candidate_id = any(?)")
                .param(ids)
                .query(row -> {
                    identifiers
                            .computeIfAbsent(new CandidateId(row.getLong("candidate_id")), _ -> new HashMap<>())
                            .computeIfAbsent(row.getString("kind"), _ -> new ArrayList<>())
                            .add(row.getString("value"));
                });
        Map<CandidateId, List<Application>> applications = new HashMap<>();
        jdbc.sql("""
                        select application.candidate_id, application.job_id, application.state, stage.slug, stage.name
                        from pipeline.application join jobs.stage on stage.id = application.stage_id
                        where application.candidate_id = any(?)
                        order by application.id""").param(ids).query(row -> {
            applications
                    .computeIfAbsent(new CandidateId(row.getLong("candidate_id")), _ -> new ArrayList<>())
                    .add(new Application(
                            row.getLong("job_id"),
                            row.getString("state"),
                            row.getString("slug"),
                            row.getString("name")));
        });
        Map<CandidateId, Subject> subjects = new HashMap<>();
        for (CandidateId id : Set.copyOf(candidates)) {
            subjects.put(
                    id,
                    new Subject(
                            resumes.getOrDefault(id, ""),
                            identifiers.getOrDefault(id, Map.of()),
                            applications.getOrDefault(id, List.of())));
        }
        return subjects;
    }

    List<CandidateId> candidatesAfter(long id, int limit) {
        return jdbc.sql("""
                        select id from candidates.candidate
                        where organization_id = platform.current_organization() and merged_into is null and id > ?
                        order by id limit ?""")
                .params(id, limit)
                .query((row, _) -> new CandidateId(row.getLong("id")))
                .list();
    }

    List<JobId> jobsAfter(long id, int limit) {
        return jdbc.sql("""
                        select id from jobs.job
                        where organization_id = platform.current_organization() and id > ?
                        order by id limit ?""")
                .params(id, limit)
                .query((row, _) -> new JobId(row.getLong("id")))
                .list();
    }
}
