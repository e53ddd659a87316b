package com.crewyard.deployment.catalog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what. Lines are added and never changed. */
public final class Audit {

    private final JdbcClient jdbc;

    public Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is for nobody but who may see everything. */
    public void write(String actor, String action, String details) {
        write(List.of(), actor, action, details);
    }

    /**
     * What concerns no environment that is there.
     *
     * @param subjects what it tells of, as scopes name it: environments, pipelines, organizations or a star for everything; it
     *     is for who may see all of them
     */
    public void write(List<String> subjects, String actor, String action, String details) {
        jdbc.sql("insert into deploy.audit (subjects, actor, action, details) values (?, ?, ?, ?)")
                .params(subjects.toArray(String[]::new), actor, action, details)
                .update();
    }

    public void write(Environment environment, String actor, String action, String details) {
        jdbc.sql("insert into deploy.audit (environment, actor, action, details) values (?, ?, ?, ?)")
                .params(environment.id(), actor, action, details)
                .update();
    }
}
