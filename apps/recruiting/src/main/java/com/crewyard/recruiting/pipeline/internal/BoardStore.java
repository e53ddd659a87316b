package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.Board.Card;
import com.crewyard.recruiting.pipeline.Board.Filter;
import com.crewyard.recruiting.pipeline.Board.Order;
import com.crewyard.recruiting.platform.LikePatterns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads boards. A card shows the candidate's name and next task, so this joins their tables rather than asking the
 * candidates module for each card.
 */
@Repository
public class BoardStore {

    private static final String CARD = """
            select application.id, application.candidate_id, application.stage_id, application.state,
                   candidate.full_name, coalesce(candidate.current_title, candidate.headline) as title,
                   coalesce(application.fit_score, application.match_score) as score, application.source,
                   application.stage_entered_at, application.undo_stage_id, application.version,
                   task.title as task_title, task.due_on, resume.state as resume_state
            """;
    private static final String FROM = """
            from pipeline.application
            join candidates.candidate on candidate.id = application.candidate_id
            """;
    private static final String DETAILS = """
            left join candidates.resume on resume.id = application.resume_id
            left join lateral (
              select task.title, task.due_on from candidates.task
              where task.candidate_id = application.candidate_id and task.done_at is null
              order by task.due_on nulls last, task.id
              limit 1) task on true
            """;
    private static final String FILTER = """
              and application.state = any(:states)
              and (cast(:words as text) is null
                or candidate.full_name ilike :words or candidate.current_title ilike :words
                or candidate.headline ilike :words)
              and (cast(:score as int) is null or coalesce(application.fit_score, application.match_score) >= :score)
              and (cast(:source as text) is null or application.source = :source)
              and (cast(:tag as text) is null or exists (
                select from candidates.tag where tag.candidate_id = candidate.id and tag.label = :tag))
            """;
    private static final String[] UNDER_WAY = {"active", "hired"};
    private static final String[] CLOSED = {"rejected", "withdrawn"};

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<StageId, Long> counts(JobId job, Filter filter) {
        Map<StageId, Long> counts = new HashMap<>();
        jdbc.sql("select application.stage_id, count(*) " + FROM + "where application.job_id = :job\n" + FILTER
                        + "group by application.stage_id")
                .params(parameters(job, filter))
                .query(row -> {
                    counts.put(new StageId(row.getLong(1)), row.getLong(2));
                });
        return counts;
    }

    /** The first cards of every column, in one statement. */
    public Map<StageId, List<Card>> firstCards(JobId job, Filter filter, int limit) {
        return jdbc
                .sql("select card.* from jobs.stage cross join lateral (\n"
                        + CARD + FROM + DETAILS
                        + "where application.job_id = :job and application.stage_id = stage.id\n" + FILTER
                        + orderBy(filter.order()) + "limit :limit) card\nwhere stage.job_id = :job")
                .params(parameters(job, filter))
                .param("limit", limit)
                .query(BoardStore::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Card::stage, LinkedHashMap::new, Collectors.toList()));
    }

    public List<Card> following(JobId job, StageId stage, Filter filter, ApplicationId last, int limit) {
        String after = switch (filter.order()) {
            case NEWEST -> """
                            and (application.stage_entered_at, application.id) <
                              (select last.stage_entered_at, last.id from pipeline.application last where last.id = :last)
                            """;
            case OLDEST -> """
                            and (application.stage_entered_at, application.id) >
                              (select last.stage_entered_at, last.id from pipeline.application last where last.id = :last)
                            """;
            case BEST -> """
                            and (coalesce(application.fit_score, application.match_score, -1), application.id) <
                              (select coalesce(last.fit_score, last.match_score, -1), last.id
                               from pipeline.application last where last.id = :last)
                            """;
        };
        return jdbc.sql(CARD + FROM + DETAILS
                        + "where application.job_id = :job and application.stage_id = :stage\n" + FILTER + after
                        + orderBy(filter.order()) + "limit :limit")
                .params(parameters(job, filter))
                .param("stage", stage.value())
                .param("last", last.value())
                .param("limit", limit)
                .query(BoardStore::read)
                .list();
    }

    public Optional<Card> card(JobId job, ApplicationId id, Filter filter) {
        return jdbc.sql(CARD + FROM + DETAILS + "where application.job_id = :job and application.id = :id\n" + FILTER)
                .params(parameters(job, filter))
                .param("id", id.value())
                .query(BoardStore::read)
                .optional();
    }

    public List<String> sources(JobId job) {
        return jdbc.sql("select distinct source from pipeline.application where job_id = ? order by 1")
                .param(job.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    public Map<JobId, Map<StageId, Long>> activeCounts(Collection<JobId> jobs) {
        Map<JobId, Map<StageId, Long>> counts = new HashMap<>();
        jdbc.sql("""
                        select job_id, stage_id, count(*) from pipeline.application
                        where job_id = any(?) and state in ('active', 'hired')
                        group by job_id, stage_id""")
                .param(jobs.stream().map(JobId::value).toArray(Long[]::new))
                .query(row -> {
                    counts.computeIfAbsent(new JobId(row.getLong(1)), _ -> new HashMap<>())
                            .put(new StageId(row.getLong(2)), row.getLong(3));
                });
        return counts;
    }

    private static Map<String, @Nullable Object> parameters(JobId job, Filter filter) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("job", job.value());
        parameters.put("states", filter.closed() ? CLOSED : UNDER_WAY);
        parameters.put(
                "words",
                filter.words()
                        .map(words -> "%" + LikePatterns.escape(words) + "%")
                        .orElse(null));
        parameters.put("score", filter.minimumScore().orElse(null));
        parameters.put("source", filter.source().orElse(null));
        parameters.put("tag", filter.tag().orElse(null));
        return parameters;
    }

    private static String orderBy(Order order) {
        return switch (order) {
            case NEWEST -> "order by application.stage_entered_at desc, application.id desc\n";
            case OLDEST -> "order by application.stage_entered_at, application.id\n";
            case BEST ->
                "order by coalesce(application.fit_score, application.match_score, -1) desc, application.id desc\n";
        };
    }

    private static Card read(ResultSet row, int number) throws SQLException {
        int score = row.getInt("score");
        Optional<Integer> present = row.wasNull() ? Optional.empty() : Optional.of(score);
        return new Card(
                new ApplicationId(row.getLong("id")),
                new CandidateId(row.getLong("candidate_id")),
                new StageId(row.getLong("stage_id")),
                ApplicationState.ofCode(row.getString("state")),
                row.getString("full_name"),
                Optional.ofNullable(row.getString("title")),
                present,
                row.getString("source"),
                row.getTimestamp("stage_entered_at").toInstant(),
                Optional.ofNullable(row.getString("task_title")),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getString("resume_state")),
                row.getObject("undo_stage_id") != null,
                row.getInt("version"));
    }
}
