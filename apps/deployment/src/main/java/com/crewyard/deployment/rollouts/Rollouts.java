package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.rollouts.Rollout.Kind;
import com.crewyard.deployment.rollouts.Rollout.Request;
import com.crewyard.deployment.rollouts.RolloutFlow.Position;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rollouts and their history. */
public final class Rollouts {

    private static final String COLUMNS = """
            select id, environment, release, from_release, kind, strategy, state, step, seq, fence, slot, from_slot,
                   reuses_slot, paused, request, requested_by, reason, actor, counters_before, loss, started_at,
                   state_since, window_ends_at, ended_at, trouble
            from deploy.rollout
            """;

    private final JdbcClient jdbc;

    public Rollouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a new one begins with. */
    public record Beginning(
            long environment,
            long release,
            Optional<Slot> from,
            Kind kind,
            Strategy strategy,
            Optional<SlotRef> warmSlot,
            String actor,
            String planHash) {}

    /** Its slot is named after it, unless it takes a warm one. */
    public Rollout begin(Beginning beginning) {
        long id = jdbc.sql("""
                insert into deploy.rollout (environment, release, from_release, kind, strategy, state, slot, from_slot,
                                            reuses_slot, actor, plan_hash)
                values (:environment, :release, :from, :kind, :strategy, 'PREPARING', '', :fromSlot, :reuses, :actor, :hash)
                returning id""")
                .param("environment", beginning.environment())
                .param("release", beginning.release())
                .param("from", beginning.from().map(Slot::release).orElse(null))
                .param("kind", beginning.kind().name())
                .param("strategy", beginning.strategy().name())
                .param(
                        "fromSlot",
                        beginning.from().map(slot -> slot.ref().name()).orElse(null))
                .param("reuses", beginning.warmSlot().isPresent())
                .param("actor", beginning.actor())
                .param("hash", beginning.planHash())
                .query(Long.class)
                .single();
        String colour = beginning
                .from()
                .filter(slot -> slot.ref().name().startsWith("blue"))
                .map(_ -> "green")
                .orElse("blue");
        jdbc.sql("update deploy.rollout set slot = ? where id = ?")
                .params(beginning.warmSlot().map(SlotRef::name).orElse(colour + "-" + id), id)
                .update();
        return byId(id);
    }

    public Rollout byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Rollouts::row).single();
    }

    public Optional<Rollout> find(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(Rollouts::row).optional();
    }

    /** An environment's, the latest first. */
    public List<Rollout> latest(long environment, int count) {
        return jdbc.sql(COLUMNS + "where environment = ? order by id desc limit ?")
                .params(environment, count)
                .query(Rollouts::row)
                .list();
    }

    public Optional<Rollout> latest(long environment) {
        return jdbc.sql(COLUMNS + "where environment = ? order by id desc limit 1")
                .param(environment)
                .query(Rollouts::row)
                .optional();
    }

    public Optional<Rollout> latestOf(long release) {
        return jdbc.sql(COLUMNS + "where release = ? order by id desc limit 1")
                .param(release)
                .query(Rollouts::row)
                .optional();
    }

    /** The one that gave a slot its traffic the last time. */
    public Optional<Rollout> latestLive(long environment, SlotRef slot) {
        return jdbc.sql(COLUMNS + "where environment = ? and slot = ? and live_at is not null order by id desc limit 1")
                .params(environment, slot.name())
                .query(Rollouts::row)
                .optional();
    }

    /** The release before the one given that was live last. */
    public Optional<Long> liveBefore(long environment, int number) {
        return jdbc.sql("""
                select o.release from deploy.rollout o join deploy.release r on r.id = o.release
                where o.environment = ? and r.number < ? and o.live_at is not null
                order by o.live_at desc limit 1""").params(environment, number).query(Long.class).optional();
    }

    /** Those that are not at their end, the oldest first. */
    public List<Rollout> open(long environment) {
        return jdbc.sql(COLUMNS + "where environment = ? and state not in ('DONE', 'ROLLED_BACK') order by id")
                .param(environment)
                .query(Rollouts::row)
                .list();
    }

    public List<Rollout> allOpen() {
        return jdbc.sql(COLUMNS + "where state not in ('DONE', 'ROLLED_BACK') order by id")
                .query(Rollouts::row)
                .list();
    }

    public List<Transition> history(long rollout) {
        return jdbc.sql("""
                select rollout, seq, from_state, to_state, step, note, at from deploy.transition
                where rollout = ? order by seq""")
                .param(rollout)
                .query((row, _) -> new Transition(
                        row.getLong("rollout"),
                        row.getInt("seq"),
                        RolloutState.valueOf(row.getString("from_state")),
                        RolloutState.valueOf(row.getString("to_state")),
                        row.getInt("step"),
                        row.getString("note"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Takes the work of one state on; empty when it was done already, by whoever. */
    public Optional<Rollout> claim(long id, int seq) {
        int claimed = jdbc.sql("""
                update deploy.rollout set fence = nextval('deploy.fence')
                where id = ? and seq = ? and state not in ('DONE', 'ROLLED_BACK')""").params(id, seq).update();
        return claimed == 0 ? Optional.empty() : Optional.of(byId(id));
    }

    /** Whether this rollout is still whose fence it carries. */
    public boolean holds(Rollout rollout) {
        return jdbc.sql("select fence = ? and seq = ? from deploy.rollout where id = ?")
                .params(rollout.fence(), rollout.seq(), rollout.id())
                .query(Boolean.class)
                .single();
    }

    /** Moves on; false when another has taken it over meanwhile, and then nothing is changed. */
    public boolean move(Rollout rollout, Position to, String note) {
        int moved = jdbc.sql("""
                update deploy.rollout
                set state = :state, step = :step, seq = seq + 1, state_since = now(), trouble = null,
                    request = case when :keeps then request end,
                    ended_at = case when :end then now() else ended_at end
                where id = :id and fence = :fence and seq = :seq""")
                .param("state", to.state().name())
                .param("step", to.step())
                .param("keeps", rollout.state().isMoving() && to.state().isMoving())
                .param("end", to.state().isEnd())
                .param("id", rollout.id())
                .param("fence", rollout.fence())
                .param("seq", rollout.seq())
                .update();
        if (moved == 0) {
            return false;
        }
        jdbc.sql("""
                insert into deploy.transition (rollout, seq, from_state, to_state, step, note)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        rollout.id(),
                        rollout.seq() + 1,
                        rollout.state().name(),
                        to.state().name(),
                        to.step(),
                        note)
                .update();
        return true;
    }

    public void failed(Rollout rollout, String reason) {
        jdbc.sql("update deploy.rollout set reason = ? where id = ?")
                .params(reason, rollout.id())
                .update();
    }

    public void countersBefore(Rollout rollout, String counters) {
        jdbc.sql("update deploy.rollout set counters_before = ? where id = ?")
                .params(counters, rollout.id())
                .update();
    }

    public void lost(Rollout rollout, String loss) {
        jdbc.sql("update deploy.rollout set loss = ? where id = ?")
                .params(loss, rollout.id())
                .update();
    }

    public void live(Rollout rollout, Instant windowEnds) {
        jdbc.sql("update deploy.rollout set live_at = now(), window_ends_at = ? where id = ?")
                .params(Timestamp.from(windowEnds), rollout.id())
                .update();
    }

    /** Its schema cannot serve releases before it any more. */
    public void contracted(Rollout rollout) {
        jdbc.sql("update deploy.rollout set contracted_at = now() where id = ?")
                .param(rollout.id())
                .update();
    }

    /** The newest release of an environment after which the schema was contracted. */
    public Optional<Integer> contractedSince(long environment) {
        return jdbc.sql("""
                select max(r.number) from deploy.rollout o join deploy.release r on r.id = o.release
                where o.environment = ? and o.contracted_at is not null""").param(environment).query(Integer.class).optional();
    }

    /** Ends rollouts without their remaining steps; whoever works on them finds that it lost. */
    public void supersede(long environment, RolloutState end, String note) {
        for (Rollout open : open(environment)) {
            claim(open.id(), open.seq()).ifPresent(rollout -> move(rollout, new Position(end, rollout.step()), note));
        }
    }

    /** Why its present state's work, which is tried again, does not work yet. */
    public void troubled(Rollout rollout, String trouble) {
        jdbc.sql("update deploy.rollout set trouble = ? where id = ? and fence = ?")
                .params(trouble, rollout.id(), rollout.fence())
                .update();
    }

    public void pause(Rollout rollout, boolean paused) {
        jdbc.sql("update deploy.rollout set paused = ? where id = ?")
                .params(paused, rollout.id())
                .update();
    }

    public void request(Rollout rollout, Request request, String actor) {
        jdbc.sql("update deploy.rollout set request = ?, requested_by = ?, paused = false where id = ?")
                .params(request.name(), actor, rollout.id())
                .update();
    }

    private static Rollout row(ResultSet row, int number) throws SQLException {
        return new Rollout(
                row.getLong("id"),
                row.getLong("environment"),
                row.getLong("release"),
                Optional.ofNullable(row.getObject("from_release", Long.class)),
                Kind.valueOf(row.getString("kind")),
                Strategy.valueOf(row.getString("strategy")),
                RolloutState.valueOf(row.getString("state")),
                row.getInt("step"),
                row.getInt("seq"),
                row.getLong("fence"),
                new SlotRef(row.getString("slot").isEmpty() ? "none" : row.getString("slot")),
                text(row, "from_slot").map(SlotRef::new),
                row.getBoolean("reuses_slot"),
                row.getBoolean("paused"),
                text(row, "request").map(Request::valueOf),
                text(row, "requested_by"),
                text(row, "reason"),
                row.getString("actor"),
                text(row, "counters_before"),
                text(row, "loss"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("state_since").toInstant(),
                instant(row, "window_ends_at"),
                instant(row, "ended_at"),
                text(row, "trouble"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp moment = row.getTimestamp(column);
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }
}
