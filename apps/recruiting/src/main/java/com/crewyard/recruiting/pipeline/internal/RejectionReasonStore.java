package com.crewyard.recruiting.pipeline.internal;

import com.crewyard.recruiting.pipeline.Pipeline.RejectionReason;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RejectionReasonStore {

    private static final List<String> USUAL = List.of(
            "Missing a required skill",
            "Not enough experience",
            "Another candidate fits better",
            "Expectations of pay do not meet",
            "Cannot work at the location",
            "No permission to work",
            "Position is filled",
            "Did not respond",
            "Other");

    private final JdbcClient jdbc;

    RejectionReasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the organization in scope; the usual ones are written down when there are none yet. */
    List<RejectionReason> all() {
        List<RejectionReason> present = read();
        if (!present.isEmpty()) {
            return present;
        }
        jdbc.sql("""
                        insert into pipeline.rejection_reason (label)
                        select label from unnest(?) with ordinality as usual (label, ordinal) order by ordinal
                        on conflict do nothing""").param(USUAL.toArray(String[]::new)).update();
        return read();
    }

    Optional<RejectionReason> insert(String label) {
        return jdbc.sql("""
                        insert into pipeline.rejection_reason (label) values (?)
                        on conflict do nothing returning id""").param(label).query(Long.class).optional().map(id -> new RejectionReason(id, label));
    }

    private List<RejectionReason> read() {
        return jdbc.sql("""
                        select id, label from pipeline.rejection_reason
                        where organization_id = platform.current_organization() order by id""")
                .query((row, _) -> new RejectionReason(row.getLong(1), row.getString(2)))
                .list();
    }
}
