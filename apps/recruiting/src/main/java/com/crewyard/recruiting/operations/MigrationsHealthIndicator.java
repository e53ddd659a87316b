package com.crewyard.recruiting.operations;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the schema is one this process can work with: at least as new as when it started, and no migration broken off.
 * A newer one is fine, since migrations only expand while two versions run.
 */
@Component
class MigrationsHealthIndicator extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final int needed;

    MigrationsHealthIndicator(JdbcClient jdbc) {
        super("The schema's history cannot be read");
        this.jdbc = jdbc;
        this.needed = count("success");
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(
                count("success") >= needed && count("not success") == 0
                        ? org.springframework.boot.health.contributor.Status.UP
                        : org.springframework.boot.health.contributor.Status.OUT_OF_SERVICE);
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from flyway.flyway_schema_history where " + condition)
                .query(Integer.class)
                .single();
    }
}
