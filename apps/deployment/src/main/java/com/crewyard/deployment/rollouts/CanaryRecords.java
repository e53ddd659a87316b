package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.analysis.RouterMetrics.Snapshot;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.routing.Counters;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was seen of canaries, and what was made of it. */
public final class CanaryRecords {

    private final JdbcClient jdbc;

    public CanaryRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(long rollout, Snapshot snapshot) {
        jdbc.sql("insert into deploy.canary_snapshot (rollout, at, counters) values (?, ?, ?) on conflict do nothing")
                .params(rollout, Timestamp.from(snapshot.at()), CanonicalJson.of(snapshot.counters()))
                .update();
    }

    /** When the last was taken. */
    public Optional<Instant> latest(long rollout) {
        return jdbc.sql("select max(at) as at from deploy.canary_snapshot where rollout = ?")
                .param(rollout)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    /** In their order. */
    public List<Snapshot> snapshots(long rollout) {
        return jdbc.sql("select at, counters from deploy.canary_snapshot where rollout = ? order by at")
                .param(rollout)
                .query((row, _) -> new Snapshot(
                        row.getTimestamp("at").toInstant(),
                        CanonicalJson.read(row.getString("counters"), Counters.class)))
                .list();
    }

    public void add(long rollout, CanaryVerdict verdict) {
        jdbc.sql("""
                insert into deploy.verdict (rollout, look, looks, outcome, reasons, at) values (?, ?, ?, ?, ?, ?)
                on conflict (rollout, look) do update
                set outcome = excluded.outcome, reasons = excluded.reasons, at = excluded.at""")
                .params(
                        rollout,
                        verdict.look(),
                        verdict.looks(),
                        verdict.outcome().name(),
                        CanonicalJson.of(verdict.reasons()),
                        Timestamp.from(verdict.at()))
                .update();
    }

    /** In their order. */
    public List<CanaryVerdict> verdicts(long rollout) {
        return jdbc.sql("select look, looks, outcome, reasons, at from deploy.verdict where rollout = ? order by look")
                .param(rollout)
                .query((row, _) -> new CanaryVerdict(
                        row.getInt("look"),
                        row.getInt("looks"),
                        CanaryVerdict.Outcome.valueOf(row.getString("outcome")),
                        List.of(CanonicalJson.read(row.getString("reasons"), String[].class)),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
