package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The releases of environments. */
public final class Releases {

    private static final String COLUMNS =
            "select id, environment, number, configuration, digest, actor, reason, created_at from deploy.release ";
    private static final RowMapper<Release> ROW = (row, _) -> new Release(
            row.getLong("id"),
            row.getLong("environment"),
            row.getInt("number"),
            CanonicalJson.read(row.getString("configuration"), Configuration.class),
            row.getString("digest"),
            row.getString("actor"),
            row.getString("reason"),
            row.getTimestamp("created_at").toInstant());

    private final JdbcClient jdbc;

    public Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Release create(Environment environment, Configuration configuration, String actor, String reason) {
        String text = CanonicalJson.of(configuration);
        long id = jdbc.sql("""
                insert into deploy.release (environment, number, configuration, digest, actor, reason)
                values (:environment, (select coalesce(max(number), 0) + 1 from deploy.release
                                       where environment = :environment), :text, :digest, :actor, :reason)
                returning id""")
                .param("environment", environment.id())
                .param("text", text)
                .param("digest", CanonicalJson.digest(text))
                .param("actor", actor)
                .param("reason", reason)
                .query(Long.class)
                .single();
        return byId(id);
    }

    public Release byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(ROW).single();
    }

    public Optional<Release> byNumber(Environment environment, int number) {
        return jdbc.sql(COLUMNS + "where environment = ? and number = ?")
                .params(environment.id(), number)
                .query(ROW)
                .optional();
    }

    /** The numbers of an environment's releases, by id. */
    public Map<Long, Integer> numbers(long environment) {
        Map<Long, Integer> numbers = new HashMap<>();
        jdbc.sql("select id, number from deploy.release where environment = ?")
                .param(environment)
                .query((row, _) -> numbers.put(row.getLong("id"), row.getInt("number")))
                .list();
        return numbers;
    }

    /** The latest first. */
    public List<Release> latest(Environment environment, int count) {
        return jdbc.sql(COLUMNS + "where environment = ? order by number desc limit ?")
                .params(environment.id(), count)
                .query(ROW)
                .list();
    }

    public int nextNumber(Environment environment) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from deploy.release where environment = ?")
                .param(environment.id())
                .query(Integer.class)
                .single();
    }
}
