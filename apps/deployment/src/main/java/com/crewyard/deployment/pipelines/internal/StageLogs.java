package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.LogPart;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What commands of stages said, attempt behind attempt. */
public final class StageLogs {

    /** A cursor counts attempts in its high bits and bytes in its low ones. */
    private static final int ATTEMPT_SHIFT = 40;

    private static final int PIECES = 16;

    private final JdbcClient jdbc;

    public StageLogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Piece(int attempt, long position, int bytes, String text) {}

    void add(long run, String stage, int attempt, long position, int bytes, String text) {
        jdbc.sql("""
                insert into deploy.pipeline_log (run, stage, attempt, position, bytes, text) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(run, stage, attempt, position, bytes, text.replace("\0", ""))
                .update();
    }

    /** Deletes those of runs that ended longer ago than that. */
    void forget(Duration kept) {
        jdbc.sql("""
                delete from deploy.pipeline_log l using deploy.pipeline_run r
                where r.id = l.run and r.ended_at < clock_timestamp() - make_interval(secs => ?)""").param(kept.toSeconds()).update();
    }

    /** How many bytes of an attempt's output are kept. */
    long length(long run, String stage, int attempt) {
        return jdbc.sql("""
                select coalesce(max(position + bytes), 0) from deploy.pipeline_log
                where run = ? and stage = ? and attempt = ?""").params(run, stage, attempt).query(Long.class).single();
    }

    public LogPart read(long run, String stage, long from) {
        List<Piece> pieces = jdbc.sql("""
                select attempt, position, bytes, text from deploy.pipeline_log
                where run = :run and stage = :stage and (attempt, position) >= (:attempt, :position)
                order by attempt, position limit :count""")
                .param("run", run)
                .param("stage", stage)
                .param("attempt", (int) (from >> ATTEMPT_SHIFT))
                .param("position", from & ((1L << ATTEMPT_SHIFT) - 1))
                .param("count", PIECES)
                .query((row, _) -> new Piece(
                        row.getInt("attempt"), row.getLong("position"), row.getInt("bytes"), row.getString("text")))
                .list();
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        if (pieces.isEmpty()) {
            return new LogPart("", from);
        }
        Piece last = pieces.getLast();
        return new LogPart(
                text.toString(), ((long) last.attempt() << ATTEMPT_SHIFT) | (last.position() + last.bytes()));
    }
}
