package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.access.Sight;
import com.crewyard.deployment.pipelines.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of pipelines. */
public final class Runs {

    private static final String COLUMNS = """
            select r.id, r.pipeline, r.version, r.number, r.state, r.parameters, r.facts, r.actor, r.concurrency_group,
                   r.parent_run, r.parent_stage, r.cancelled_by, r.created_at, r.started_at, r.ended_at
            from deploy.pipeline_run r
            """;

    private final JdbcClient jdbc;

    public Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a new one begins with.
     *
     * @param key of what may start one run only
     * @param parent the stage whose work it is
     */
    public record Beginning(
            Definition definition,
            Map<String, String> parameters,
            Map<String, String> facts,
            Optional<String> key,
            String actor,
            Optional<String> group,
            Optional<StageRow> parent) {}

    /** Queued, with its stages; empty when its trigger had one already. */
    Optional<Long> begin(Beginning beginning) {
        if (beginning.key().isPresent() && isTriggered(beginning)) {
            return Optional.empty();
        }
        int number = jdbc.sql("update deploy.pipeline set runs = runs + 1 where id = ? returning runs")
                .param(beginning.definition().pipeline())
                .query(Integer.class)
                .single();
        Optional<Long> id = jdbc.sql("""
                insert into deploy.pipeline_run (pipeline, version, number, state, parameters, facts, trigger_key, actor,
                                                 concurrency_group, parent_run, parent_stage)
                values (:pipeline, :version, :number, 'QUEUED', :parameters, :facts, :key, :actor, :group, :parent,
                        :parentStage)
                on conflict (pipeline, trigger_key) where trigger_key is not null do nothing returning id""")
                .param("pipeline", beginning.definition().pipeline())
                .param("version", beginning.definition().version())
                .param("number", number)
                .param("parameters", TextMap.write(beginning.parameters()))
                .param("facts", TextMap.write(beginning.facts()))
                .param("key", beginning.key().orElse(null))
                .param("actor", beginning.actor())
                .param("group", beginning.group().orElse(null))
                .param("parent", beginning.parent().map(StageRow::run).orElse(null))
                .param("parentStage", beginning.parent().map(StageRow::name).orElse(null))
                .query(Long.class)
                .optional();
        id.ifPresent(run -> addStages(run, beginning.definition()));
        return id;
    }

    private boolean isTriggered(Beginning beginning) {
        return jdbc.sql("select exists (select from deploy.pipeline_run where pipeline = ? and trigger_key = ?)")
                .params(beginning.definition().pipeline(), beginning.key().orElseThrow())
                .query(Boolean.class)
                .single();
    }

    private void addStages(long run, Definition definition) {
        jdbc.sql("""
                insert into deploy.pipeline_stage (run, name, position, state)
                select ?, name, position, 'WAITING' from unnest(?) with ordinality as stage (name, position)""")
                .params(run, definition.spec().stages().keySet().toArray(String[]::new))
                .update();
    }

    /** Those of a pipeline that are not over and whose trigger told this. */
    public List<PipelineRun> openOf(long pipeline, String fact, String value) {
        return jdbc.sql(
                        COLUMNS
                                + "where r.pipeline = ? and r.state in ('QUEUED', 'RUNNING') and r.facts::jsonb ->> ? = ? order by r.id")
                .params(pipeline, fact, value)
                .query(Runs::row)
                .list();
    }

    public Optional<PipelineRun> find(long id) {
        return jdbc.sql(COLUMNS + "where r.id = ?").param(id).query(Runs::row).optional();
    }

    PipelineRun byId(long id) {
        return jdbc.sql(COLUMNS + "where r.id = ?").param(id).query(Runs::row).single();
    }

    /** Nobody else decides on this run until the transaction ends. */
    PipelineRun lock(long id) {
        return jdbc.sql(COLUMNS + "where r.id = ? for update of r")
                .param(id)
                .query(Runs::row)
                .single();
    }

    /** Nobody else begins or ends a run of the group until the transaction ends. Taken before any run's own. */
    void lockGroup(String group) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 5))::text")
                .param("crewyard pipelines " + group)
                .query(String.class)
                .single();
    }

    /** Of a pipeline, or of all in sight; the latest first. */
    List<PipelineRun> latest(Optional<Long> pipeline, Sight sight, int count) {
        return jdbc.sql(COLUMNS + """
                where r.pipeline = coalesce(:pipeline, r.pipeline)
                  and r.pipeline in (select p.id from deploy.pipeline p where %s)
                order by r.id desc limit :count""".formatted(Sight.condition("'pipeline:' || p.name")))
                .params(sight.parameters())
                .param("pipeline", pipeline.orElse(null))
                .param("count", count)
                .query(Runs::row)
                .list();
    }

    /** The latest of each pipeline. */
    List<PipelineRun> latestOfEach() {
        return jdbc.sql(COLUMNS + """
                where r.id in (select (select max(id) from deploy.pipeline_run of where of.pipeline = p.id)
                               from deploy.pipeline p)""").query(Runs::row).list();
    }

    /** Those of a group that are not over, the oldest first. */
    List<PipelineRun> open(String group) {
        return jdbc.sql(COLUMNS + "where r.concurrency_group = ? and r.state in ('QUEUED', 'RUNNING') order by r.id")
                .param(group)
                .query(Runs::row)
                .list();
    }

    void started(long id) {
        jdbc.sql("update deploy.pipeline_run set state = 'RUNNING', started_at = clock_timestamp() where id = ?")
                .param(id)
                .update();
    }

    void cancelled(long id, String actor) {
        jdbc.sql("update deploy.pipeline_run set cancelled_by = coalesce(cancelled_by, ?) where id = ?")
                .params(actor, id)
                .update();
    }

    void ended(long id, RunState state) {
        jdbc.sql("update deploy.pipeline_run set state = ?, ended_at = clock_timestamp() where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** How many runs stand above one, each a stage's of the next. */
    int depth(long id) {
        return jdbc.sql("""
                with recursive above (id, parent) as (
                    select id, parent_run from deploy.pipeline_run where id = ?
                    union all select r.id, r.parent_run from deploy.pipeline_run r join above on r.id = above.parent)
                select count(*) - 1 from above""").param(id).query(Integer.class).single();
    }

    private static PipelineRun row(ResultSet row, int number) throws SQLException {
        return new PipelineRun(
                row.getLong("id"),
                row.getLong("pipeline"),
                row.getLong("version"),
                row.getInt("number"),
                RunState.valueOf(row.getString("state")),
                TextMap.read(row.getString("parameters")),
                TextMap.read(row.getString("facts")),
                row.getString("actor"),
                Optional.ofNullable(row.getString("concurrency_group")),
                Optional.ofNullable(row.getObject("parent_run", Long.class)),
                Optional.ofNullable(row.getString("parent_stage")),
                Optional.ofNullable(row.getString("cancelled_by")),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp moment = row.getTimestamp(column);
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }
}
