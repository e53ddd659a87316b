package com.crewyard.deployment.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what. Lines are added and never changed. */
public final class Audit {

    private final JdbcClient jdbc;

    public Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What concerns no environment that is there. */
    public void write(String actor, String action, String details) {
        jdbc.sql("insert into deploy.audit (actor, action, details) values (?, ?, ?)")
                .params(actor, action, details)
                .update();
    }

    public void write(Environment environment, String actor, String action, String details) {
        jdbc.sql("insert into deploy.audit (environment, actor, action, details) values (?, ?, ?, ?)")
                .params(environment.id(), actor, action, details)
                .update();
    }
}
