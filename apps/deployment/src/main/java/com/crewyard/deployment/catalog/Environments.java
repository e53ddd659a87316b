package com.crewyard.deployment.catalog;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The environments that are there. */
public final class Environments {

    private static final String COLUMNS = "select id, application, name, target from deploy.environment ";
    private static final RowMapper<Environment> ROW = (row, _) -> new Environment(
            row.getLong("id"),
            new EnvironmentRef(row.getString("application"), row.getString("name")),
            row.getString("target"));

    private final JdbcClient jdbc;

    public Environments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Environment> find(EnvironmentRef ref) {
        return jdbc.sql(COLUMNS + "where application = ? and name = ? and destroyed_at is null")
                .params(ref.application(), ref.environment())
                .query(ROW)
                .optional();
    }

    /** @throws RefusedException when it is not there */
    public Environment require(EnvironmentRef ref) {
        return find(ref).orElseThrow(() -> RefusedException.notFound("Nothing was deployed to %s yet.".formatted(ref)));
    }

    /** The target of the latest environment of that name, which may be destroyed by now. */
    public Optional<String> latestTarget(EnvironmentRef ref) {
        return jdbc.sql(
                        "select target from deploy.environment where application = ? and name = ? order by id desc limit 1")
                .params(ref.application(), ref.environment())
                .query(String.class)
                .optional();
    }

    public Environment byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?").param(id).query(ROW).single();
    }

    public List<Environment> all() {
        return jdbc.sql(COLUMNS + "where destroyed_at is null order by application, name")
                .query(ROW)
                .list();
    }

    /** The environment, made on its first deployment; locked until the transaction ends. */
    public Environment ensure(EnvironmentRef ref, String target) {
        jdbc.sql("""
                insert into deploy.environment (application, name, target) values (?, ?, ?)
                on conflict (application, name) where destroyed_at is null do update set target = excluded.target""").params(ref.application(), ref.environment(), target).update();
        return find(ref).orElseThrow();
    }

    public void destroyed(Environment environment) {
        jdbc.sql("update deploy.environment set destroyed_at = now() where id = ?")
                .param(environment.id())
                .update();
    }
}
