package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.MergeParticipant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applications follow a merged candidate. Where both applied to one job, the application that came further stays in view
 * with the kept candidate; the other stays with the merged one, who is in view no more.
 */
@Component
class ApplicationsInMerge implements MergeParticipant {

    /** Hired over under way over closed, then by stage: how far an application has come. */
    private static final String PAIRS = """
            select own.id as kept_application, other.id as merged_application, job.title,
                   case when row(array_position(array['rejected', 'withdrawn', 'active', 'hired'], other.state), other_stage.ordinal)
                     > row(array_position(array['rejected', 'withdrawn', 'active', 'hired'], own.state), own_stage.ordinal)
                     then 'merged' else 'kept' end as further
            from pipeline.application own
            join pipeline.application other on other.job_id = own.job_id and other.candidate_id = :merged
            join jobs.stage own_stage on own_stage.id = own.stage_id
            join jobs.stage other_stage on other_stage.id = other.stage_id
            join jobs.job on job.id = own.job_id
            where own.candidate_id = :kept
            order by own.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApplicationsInMerge(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Pair(long keptApplication, long mergedApplication, String job, boolean mergedIsFurther) {}

    private record Memory(List<Long> moved, List<Long> swapped) {}

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public List<String> preview(CandidateId kept, CandidateId merged) {
        List<Pair> pairs = pairs(kept, merged);
        long all = jdbc.sql("select count(*) from pipeline.application where candidate_id = ?")
                .param(merged.value())
                .query(Long.class)
                .single();
        List<String> sentences = new ArrayList<>();
        if (all > pairs.size()) {
            sentences.add(
                    all - pairs.size() == 1
                            ? "1 application moves."
                            : "%d applications move.".formatted(all - pairs.size()));
        }
        pairs.forEach(pair ->
                sentences.add("Both applied to %s; the application that came further stays.".formatted(pair.job())));
        return List.copyOf(sentences);
    }

    @Override
    public String move(CandidateId kept, CandidateId merged) {
        List<Long> swapped = new ArrayList<>();
        for (Pair pair : pairs(kept, merged)) {
            if (pair.mergedIsFurther()) {
                swapped.add(pair.keptApplication());
                swapped.add(pair.mergedApplication());
            }
        }
        swap(kept, merged, swapped);
        List<Long> moved = jdbc.sql("""
                        update pipeline.application moving set candidate_id = :kept, version = version + 1
                        where candidate_id = :merged and not exists (
                          select from pipeline.application own
                          where own.job_id = moving.job_id and own.candidate_id = :kept)
                        returning id""")
                .param("kept", kept.value())
                .param("merged", merged.value())
                .query((row, _) -> row.getLong(1))
                .list();
        return json.writeValueAsString(new Memory(moved, swapped));
    }

    @Override
    public void restore(CandidateId kept, CandidateId merged, String memory) {
        Memory before = json.readValue(memory, Memory.class);
        jdbc.sql("""
                        update pipeline.application set candidate_id = :merged, version = version + 1
                        where candidate_id = :kept and id = any(:ids)""")
                .param("kept", kept.value())
                .param("merged", merged.value())
                .param("ids", before.moved().toArray(Long[]::new))
                .update();
        swap(kept, merged, before.swapped());
    }

    /** In one statement, because neither may be without its candidate in between. */
    private void swap(CandidateId one, CandidateId other, List<Long> applications) {
        jdbc.sql("""
                        update pipeline.application
                        set candidate_id = case candidate_id when :one then :other else :one end, version = version + 1
                        where id = any(:ids)""")
                .param("one", one.value())
                .param("other", other.value())
                .param("ids", applications.toArray(Long[]::new))
                .update();
    }

    private List<Pair> pairs(CandidateId kept, CandidateId merged) {
        return jdbc.sql(PAIRS)
                .param("kept", kept.value())
                .param("merged", merged.value())
                .query((row, _) -> new Pair(
                        row.getLong("kept_application"),
                        row.getLong("merged_application"),
                        row.getString("title"),
                        row.getString("further").equals("merged")))
                .list();
    }
}
