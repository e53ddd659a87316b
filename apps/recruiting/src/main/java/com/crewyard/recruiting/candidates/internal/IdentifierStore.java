package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.Identifier;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class IdentifierStore {

    private final JdbcClient jdbc;

    IdentifierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A candidate who is known by an identifier. */
    public record Holder(CandidateId candidate, String fullName, Identifier identifier) {}

    /**
     * Makes whoever else recognises by one of these wait until the transaction ends. In one order for everybody, so
     * that nobody waits in a circle.
     */
    public void lock(Collection<Identifier> identifiers) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(key)
                        from (select distinct hashtextextended(
                                       platform.current_organization() || ' ' || kind || ' ' || value, 0) as key
                              from unnest(?::text[], ?::text[]) as given (kind, value)
                              order by key offset 0) keys""")
                .params(kinds(identifiers), values(identifiers))
                .query((_, _) -> true)
                .list();
    }

    /** Strongest identifier first, then the candidate who has been here longest. */
    public List<Holder> holders(Collection<Identifier> identifiers) {
        return jdbc.sql("""
                        select c.id, c.full_name, i.kind, i.value
                        from unnest(?::text[], ?::text[]) with ordinality as given (kind, value, strength)
                        join candidates.identifier i
                          on i.organization_id = platform.current_organization()
                          and i.kind = given.kind and i.value = given.value
                        join candidates.candidate c on c.id = i.candidate_id and c.merged_into is null
                        order by given.strength, c.id""")
                .params(kinds(identifiers), values(identifiers))
                .query((row, _) -> new Holder(
                        new CandidateId(row.getLong("id")),
                        row.getString("full_name"),
                        new Identifier(Identifier.Kind.ofCode(row.getString("kind")), row.getString("value"))))
                .list();
    }

    public void add(CandidateId candidate, Collection<Identifier> identifiers) {
        jdbc.sql("""
                        insert into candidates.identifier (candidate_id, kind, value)
                        select ?, kind, value from unnest(?::text[], ?::text[]) as given (kind, value)
                        on conflict do nothing""")
                .param(candidate.value())
                .params(kinds(identifiers), values(identifiers))
                .update();
    }

    public void remove(CandidateId candidate, Identifier identifier) {
        jdbc.sql("delete from candidates.identifier where candidate_id = ? and kind = ? and value = ?")
                .params(candidate.value(), identifier.kind().code(), identifier.value())
                .update();
    }

    public List<Identifier> of(CandidateId candidate) {
        return jdbc.sql("""
                        select kind, value from candidates.identifier where candidate_id = ?
                        order by array_position(array['email', 'phone', 'linkedin'], kind), value""")
                .param(candidate.value())
                .query((row, _) ->
                        new Identifier(Identifier.Kind.ofCode(row.getString("kind")), row.getString("value")))
                .list();
    }

    private static String[] kinds(Collection<Identifier> identifiers) {
        return identifiers.stream().map(identifier -> identifier.kind().code()).toArray(String[]::new);
    }

    private static String[] values(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toArray(String[]::new);
    }
}
