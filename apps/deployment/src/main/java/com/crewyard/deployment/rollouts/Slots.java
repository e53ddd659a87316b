package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.routing.SlotRef;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The slots of environments. */
public final class Slots {

    private static final RowMapper<Slot> ROW = (row, _) -> new Slot(
            new SlotRef(row.getString("name")),
            row.getLong("release"),
            Slot.State.valueOf(row.getString("state")),
            row.getTimestamp("since").toInstant());

    private final JdbcClient jdbc;

    public Slots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are there, gone ones left out. */
    public List<Slot> of(long environment) {
        return jdbc.sql("""
                select name, release, state, since from deploy.slot
                where environment = ? and state <> 'GONE' order by since""").param(environment).query(ROW).list();
    }

    public Optional<Slot> live(long environment) {
        return of(environment).stream()
                .filter(slot -> slot.state() == Slot.State.LIVE)
                .findFirst();
    }

    public void put(long environment, SlotRef slot, long release, Slot.State state) {
        jdbc.sql("""
                insert into deploy.slot (environment, name, release, state) values (?, ?, ?, ?)
                on conflict (environment, name) do update set state = excluded.state, since = now()""").params(environment, slot.name(), release, state.name()).update();
    }

    /** All but one are gone, and one that is only starting, which belongs to the rollout after. */
    public void endOthers(long environment, SlotRef slot) {
        jdbc.sql("""
                update deploy.slot set state = 'GONE', since = now()
                where environment = ? and name <> ? and state not in ('GONE', 'STARTING')""").params(environment, slot.name()).update();
    }

    /** One slot becomes the live one, and the one that was stays warm or is gone. */
    public void makeLive(long environment, SlotRef slot, long release, Slot.State former) {
        jdbc.sql("""
                update deploy.slot set state = ?, since = now()
                where environment = ? and state = 'LIVE' and name <> ?""").params(former.name(), environment, slot.name()).update();
        put(environment, slot, release, Slot.State.LIVE);
    }
}
