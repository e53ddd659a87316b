package com.crewyard.deployment.previews;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The environments of pull requests that there are. */
public final class Previews {

    private static final String COLUMNS = """
            select id, application, number, name, port, ports, host, branch, commit, actor, rollout, created_at, updated_at,
                   expires_at, ended_at
            from deploy.preview
            """;
    private static final RowMapper<Preview> ROW = (row, _) -> new Preview(
            row.getLong("id"),
            row.getString("application"),
            row.getInt("number"),
            row.getString("name"),
            row.getInt("port"),
            List.of((Integer[]) row.getArray("ports").getArray()),
            Optional.ofNullable(row.getString("host")),
            row.getString("branch"),
            row.getString("commit"),
            row.getString("actor"),
            row.getLong("rollout"),
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("updated_at").toInstant(),
            row.getTimestamp("expires_at").toInstant(),
            moment(row, "ended_at"));

    private final JdbcClient jdbc;

    public Previews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has whoever else makes a preview wait until the transaction ends, so that limits and ports hold. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('deploy.preview'))")
                .query((_, _) -> true)
                .single();
    }

    public Optional<Preview> find(String application, int number) {
        return jdbc.sql(COLUMNS + "where application = ? and number = ? and ended_at is null")
                .params(application, number)
                .query(ROW)
                .optional();
    }

    public Optional<Preview> find(EnvironmentRef ref) {
        return jdbc.sql(COLUMNS + "where application = ? and name = ? and ended_at is null")
                .params(ref.application(), ref.environment())
                .query(ROW)
                .optional();
    }

    public Preview byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(ROW).single();
    }

    /** Those that have not ended. */
    public List<Preview> all() {
        return jdbc.sql(COLUMNS + "where ended_at is null order by application, number")
                .query(ROW)
                .list();
    }

    public Set<Integer> takenPorts() {
        Set<Integer> taken = new HashSet<>();
        all().forEach(preview -> taken.addAll(preview.ports()));
        return taken;
    }

    /** @param ports the published one first */
    public record Beginning(
            String application,
            int number,
            List<Integer> ports,
            Optional<String> host,
            String branch,
            String commit,
            String actor,
            long rollout,
            Instant expiresAt) {}

    /** Adds one, or keeps what became of the one that is there. */
    public Preview put(Beginning beginning) {
        long id = jdbc.sql("""
                insert into deploy.preview
                    (application, number, name, port, ports, host, branch, commit, actor, rollout, expires_at)
                values (:application, :number, :name, :port, :ports, :host, :branch, :commit, :actor, :rollout, :expires)
                on conflict (application, number) where ended_at is null do update
                set branch = excluded.branch, commit = excluded.commit, actor = excluded.actor, host = excluded.host,
                    port = excluded.port, ports = excluded.ports, rollout = excluded.rollout, updated_at = now(),
                    expires_at = excluded.expires_at
                returning id""")
                .param("application", beginning.application())
                .param("number", beginning.number())
                .param("name", Preview.name(beginning.number()))
                .param("port", beginning.ports().getFirst())
                .param("ports", beginning.ports().toArray(Integer[]::new))
                .param("host", beginning.host().orElse(null))
                .param("branch", beginning.branch())
                .param("commit", beginning.commit())
                .param("actor", beginning.actor())
                .param("rollout", beginning.rollout())
                .param("expires", Timestamp.from(beginning.expiresAt()))
                .query(Long.class)
                .single();
        return byId(id);
    }

    /** Has one go away after a while unless that is done before. */
    public void endWithin(Preview preview, Duration time, String actor) {
        jdbc.sql("""
                update deploy.preview set ended_by = ?, expires_at = least(expires_at, now() + make_interval(secs => ?))
                where id = ? and ended_at is null""").params(actor, (double) time.toSeconds(), preview.id()).update();
    }

    public void ended(Preview preview) {
        jdbc.sql("update deploy.preview set ended_at = now() where id = ? and ended_at is null")
                .param(preview.id())
                .update();
    }

    /** Who asked for its end; empty when its time was over. */
    public Optional<String> endedBy(Preview preview) {
        return jdbc.sql("select ended_by from deploy.preview where id = ?")
                .param(preview.id())
                .query((row, _) -> Optional.ofNullable(row.getString("ended_by")))
                .single();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
