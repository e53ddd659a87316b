package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.StageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stages of runs. Whoever works on one holds its fence; a later one has taken it over, and then nothing is changed. */
public final class Stages {

    private static final String COLUMNS = """
            run, name, state, attempt, seq, fence, handle, exit_code, approval, approved_by, note, output, ready_at,
            started_at, attempt_at, ended_at""";
    private static final int LONGEST_NOTE = 2000;

    private final JdbcClient jdbc;

    public Stages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the file. */
    List<StageRow> of(long run) {
        return jdbc.sql("select " + COLUMNS + " from deploy.pipeline_stage where run = ? order by position")
                .param(run)
                .query(Stages::row)
                .list();
    }

    Map<Long, List<StageRow>> of(Collection<Long> runs) {
        return jdbc
                .sql("select " + COLUMNS + " from deploy.pipeline_stage where run = any(?) order by run, position")
                .param(runs.toArray(Long[]::new))
                .query(Stages::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StageRow::run));
    }

    public Optional<StageRow> find(long run, String name) {
        return jdbc.sql("select " + COLUMNS + " from deploy.pipeline_stage where run = ? and name = ?")
                .params(run, name)
                .query(Stages::row)
                .optional();
    }

    /** Its work may begin; gives the number of that decision. */
    int ready(StageRow stage, Instant at) {
        return jdbc.sql("""
                update deploy.pipeline_stage
                set state = 'READY', seq = seq + 1, ready_at = greatest(:at, clock_timestamp())
                where run = :run and name = :name returning seq""")
                .param("at", Timestamp.from(at))
                .param("run", stage.run())
                .param("name", stage.name())
                .query(Integer.class)
                .single();
    }

    /** Takes the work on; empty when it was done already, by whoever. */
    Optional<StageRow> claim(long run, String name, int seq) {
        return jdbc.sql("""
                update deploy.pipeline_stage
                set fence = nextval('deploy.fence'), state = 'RUNNING',
                    started_at = coalesce(started_at, clock_timestamp()),
                    attempt_at = coalesce(attempt_at, clock_timestamp())
                where run = ? and name = ? and seq = ? and state in ('READY', 'RUNNING') returning """ + " " + COLUMNS)
                .params(run, name, seq)
                .query(Stages::row)
                .optional();
    }

    /** False when another has taken it over meanwhile. */
    boolean end(StageRow stage, StageState state, String note, Map<String, String> output) {
        return jdbc.sql("""
                update deploy.pipeline_stage
                set state = :state, seq = seq + 1, note = :note, output = :output, ended_at = clock_timestamp()
                where run = :run and name = :name and fence = :fence and seq = :seq""")
                        .param("state", state.name())
                        .param("note", shortened(note))
                        .param("output", TextMap.write(output))
                        .param("run", stage.run())
                        .param("name", stage.name())
                        .param("fence", stage.fence())
                        .param("seq", stage.seq())
                        .update()
                == 1;
    }

    /** Ends it unless its work has begun. */
    void endUnbegun(StageRow stage, StageState state, String note) {
        jdbc.sql("""
                update deploy.pipeline_stage set state = ?, seq = seq + 1, note = ?, ended_at = clock_timestamp()
                where run = ? and name = ? and state in ('WAITING', 'READY')""")
                .params(state.name(), shortened(note), stage.run(), stage.name())
                .update();
    }

    /** Another attempt follows; false when another has taken it over meanwhile. */
    boolean again(StageRow stage, String note) {
        return jdbc.sql("""
                update deploy.pipeline_stage
                set attempt = attempt + 1, handle = null, exit_code = null, attempt_at = null, approval = null, note = ?
                where run = ? and name = ? and fence = ? and seq = ?""")
                        .params(shortened(note), stage.run(), stage.name(), stage.fence(), stage.seq())
                        .update()
                == 1;
    }

    /** What the work is known by from now on; false when another has taken it over meanwhile. */
    boolean handle(StageRow stage, String handle) {
        return jdbc.sql("""
                update deploy.pipeline_stage set handle = ? where run = ? and name = ? and fence = ? and seq = ?""")
                        .params(handle, stage.run(), stage.name(), stage.fence(), stage.seq())
                        .update()
                == 1;
    }

    /** How a command of an attempt ended; the first that says so counts. */
    void exited(long run, String name, int attempt, int code, String note, Map<String, String> output) {
        jdbc.sql("""
                update deploy.pipeline_stage set exit_code = ?, note = ?, output = ?
                where run = ? and name = ? and attempt = ? and state = 'RUNNING' and exit_code is null""")
                .params(code, shortened(note), TextMap.write(output), run, name, attempt)
                .update();
    }

    void note(StageRow stage, String note) {
        if (!stage.note().equals(note)) {
            jdbc.sql("update deploy.pipeline_stage set note = ? where run = ? and name = ? and fence = ? and seq = ?")
                    .params(shortened(note), stage.run(), stage.name(), stage.fence(), stage.seq())
                    .update();
        }
    }

    /** False when it does not wait for an answer, or has one. */
    public boolean decide(long run, String name, boolean approved, String actor) {
        return jdbc.sql("""
                update deploy.pipeline_stage set approval = ?, approved_by = ?
                where run = ? and name = ? and state = 'RUNNING' and approval is null""")
                        .params(approved ? "APPROVED" : "REJECTED", actor, run, name)
                        .update()
                == 1;
    }

    /** Commands on a node that go on although their runs were cancelled. */
    List<String> cancelledCommands(String node) {
        return jdbc.sql("""
                select s.run || '/' || s.name || '.' || s.attempt
                from deploy.pipeline_run r join deploy.pipeline_stage s on s.run = r.id
                where r.state = 'RUNNING' and r.cancelled_by is not null and s.state = 'RUNNING' and s.handle = ?
                      and s.exit_code is null""").param(node).query((row, _) -> row.getString(1)).list();
    }

    private static String shortened(String note) {
        String clean = note.replace('\0', ' ');
        return clean.length() > LONGEST_NOTE ? clean.substring(0, LONGEST_NOTE) + "…" : clean;
    }

    private static StageRow row(ResultSet row, int number) throws SQLException {
        return new StageRow(
                row.getLong("run"),
                row.getString("name"),
                StageState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getInt("seq"),
                row.getLong("fence"),
                Optional.ofNullable(row.getString("handle")),
                Optional.ofNullable(row.getObject("exit_code", Integer.class)),
                Optional.ofNullable(row.getString("approval")).map("APPROVED"::equals),
                Optional.ofNullable(row.getString("approved_by")),
                row.getString("note"),
                TextMap.read(row.getString("output")),
                Runs.instant(row, "ready_at"),
                Runs.instant(row, "started_at"),
                Runs.instant(row, "attempt_at"),
                Runs.instant(row, "ended_at"));
    }
}
