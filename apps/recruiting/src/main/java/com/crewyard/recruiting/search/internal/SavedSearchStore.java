package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.search.SavedSearch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SavedSearchStore {

    private static final String SELECT = """
            select saved.id, saved.user_id, saved.name, saved.parameters, saved.alerts, saved.created_at, saved.watched_to,
                   (select count(*) from search.known_match known
                    where known.saved_search_id = saved.id and known.found_at > saved.seen_at) as news
            from search.saved_search saved
            """;

    private final JdbcClient jdbc;

    SavedSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param to how far in the journal it was looked for news; empty when who fits is not known yet */
    record Watched(SavedSearch search, OptionalLong to) {}

    public List<SavedSearch> of(UserId user) {
        return jdbc.sql(SELECT + "where saved.user_id = ? order by lower(saved.name), saved.id")
                .param(user.value())
                .query(SavedSearchStore::read)
                .list();
    }

    public Optional<SavedSearch> find(UserId user, long id) {
        return jdbc.sql(SELECT + "where saved.user_id = ? and saved.id = ?")
                .params(user.value(), id)
                .query(SavedSearchStore::read)
                .optional();
    }

    public long put(UserId user, String name, String parameters, boolean alerts) {
        return jdbc.sql("""
                        insert into search.saved_search as saved (user_id, name, parameters, alerts)
                        values (?, ?, ?, ?)
                        on conflict (user_id, name) do update
                        set parameters = excluded.parameters, alerts = excluded.alerts, seen_at = now()
                        returning id""")
                .params(user.value(), name, parameters, alerts)
                .query(Long.class)
                .single();
    }

    public void updateAlerts(long id, boolean alerts) {
        jdbc.sql("update search.saved_search set alerts = ? where id = ?")
                .params(alerts, id)
                .update();
    }

    public void updateSeen(long id) {
        jdbc.sql("update search.saved_search set seen_at = clock_timestamp() where id = ?")
                .param(id)
                .update();
    }

    public void delete(long id) {
        jdbc.sql("delete from search.saved_search where id = ?").param(id).update();
    }

    /** Forgets who fits: the search or the wish to be told is another now. */
    void forgetMatches(long id) {
        jdbc.sql("delete from search.known_match where saved_search_id = ?")
                .param(id)
                .update();
        jdbc.sql("update search.saved_search set watched_to = null where id = ?")
                .param(id)
                .update();
    }

    boolean anyWatched() {
        return jdbc.sql("""
                        select exists (select from search.saved_search
                                       where organization_id = platform.current_organization() and alerts)""").query(Boolean.class).single();
    }

    /** Kept from other transactions until this one ends. */
    List<Watched> lockWatched() {
        return jdbc.sql("""
                        select saved.id, saved.user_id, saved.name, saved.parameters, saved.alerts, saved.created_at,
                               saved.watched_to, 0 as news
                        from search.saved_search saved
                        where saved.organization_id = platform.current_organization() and saved.alerts
                        order by saved.id
                        for update""")
                .query((row, number) -> new Watched(read(row, number), to(row)))
                .list();
    }

    void updateWatched(long id, long to) {
        jdbc.sql("update search.saved_search set watched_to = ? where id = ?")
                .params(to, id)
                .update();
    }

    /** @return those who were not known to fit */
    List<CandidateId> addMatches(long id, Collection<CandidateId> candidates, boolean news) {
        return jdbc.sql("""
                        insert into search.known_match (saved_search_id, candidate_id, found_at)
                        select ?, candidate.id, case when ? then clock_timestamp() end
                        from candidates.candidate where candidate.id = any(?)
                        on conflict do nothing
                        returning candidate_id""")
                .params(id, news, candidates.stream().map(CandidateId::value).toArray(Long[]::new))
                .query((row, _) -> new CandidateId(row.getLong(1)))
                .list();
    }

    private static SavedSearch read(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                row.getLong("id"),
                new UserId(row.getLong("user_id")),
                row.getString("name"),
                row.getString("parameters"),
                row.getBoolean("alerts"),
                row.getLong("news"),
                row.getTimestamp("created_at").toInstant());
    }

    private static OptionalLong to(ResultSet row) throws SQLException {
        long position = row.getLong("watched_to");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
