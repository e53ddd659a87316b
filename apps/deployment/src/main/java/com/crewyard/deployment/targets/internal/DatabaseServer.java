package com.crewyard.deployment.targets.internal;

import com.crewyard.postgres.DatabaseAccess;
import com.crewyard.postgres.DatabaseUrl;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server of an environment's own. */
public record DatabaseServer(DatabaseUrl url) {

    /** Creates a database unless it is there. */
    public void ensure(String name) {
        try (HikariDataSource pool = DatabaseAccess.open(url).pool(1)) {
            JdbcClient jdbc = JdbcClient.create(pool);
            boolean there = jdbc.sql("select exists (select from pg_database where datname = ?)")
                    .param(name)
                    .query(Boolean.class)
                    .single();
            if (!there) {
                jdbc.sql("create database \"%s\"".formatted(name.replace("\"", "\"\"")))
                        .update();
            }
        }
    }
}
