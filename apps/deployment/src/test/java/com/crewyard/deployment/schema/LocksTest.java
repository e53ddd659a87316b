package com.crewyard.deployment.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is said of locks against what PostgreSQL takes. */
class LocksTest {

    private static final String TABLES = """
        create table stage (id int primary key, name text);
        create table job (
          id int primary key,
          stage_id int not null,
          age int,
          title varchar(20) default 'welder',
          code int,
          constraint positive check (age > 0) not valid,
          constraint odd check (code > 0));
        create unique index job_code on job (code);
        create index job_title on job (title);
        create index job_age on job (age);
        create table part (id int, day date) partition by range (day);
        create table part_1 partition of part for values from ('2026-01-01') to ('2026-02-01');
        create table loose (id int, day date);
        create view jobs as select id from job;
        create materialized view known_jobs as select id from job;
        create unique index on known_jobs (id);
        create function nothing() returns trigger language plpgsql as $$ begin return new; end $$;
        create trigger seen before update on job for each row execute function nothing();
        create policy all_rows on job using (true);
        create rule ignore as on delete to stage do instead nothing;
        create statistics related on age, code from job;
        """;

    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        DatabaseUrl url = TestDatabase.empty();
        connection = DriverManager.getConnection(
                url.jdbcUrl(), url.user().orElseThrow(), url.password().orElseThrow());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        connection.commit();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table job add column note text",
                "alter table job add column at timestamptz not null default clock_timestamp()",
                "alter table job add column stage int references stage",
                "alter table job drop column age",
                "alter table job rename to work",
                "alter table job rename column age to years",
                "alter table job alter column title type text",
                "alter table job alter column age type bigint",
                "alter table job alter column age set not null",
                "alter table job alter column stage_id drop not null",
                "alter table job alter column title set default 'x'",
                "alter table job alter column title drop default",
                "alter table job alter column title set statistics 100",
                "alter table job alter column title set storage external",
                "alter table job alter column title set (n_distinct = 5)",
                "alter table job add constraint c check (age > 1)",
                "alter table job add constraint c check (age > 1) not valid",
                "alter table job add constraint f foreign key (stage_id) references stage",
                "alter table job add constraint f foreign key (stage_id) references stage not valid",
                "alter table job add unique (age)",
                "alter table job add constraint u unique using index job_code",
                "alter table job add exclude (age with =)",
                "alter table job validate constraint positive",
                "alter table job drop constraint odd",
                "alter table job disable trigger seen",
                "alter table job enable row level security",
                "alter table job cluster on job_age",
                "alter table job set without cluster",
                "alter table job set (fillfactor = 80)",
                "alter table job set (autovacuum_enabled = false)",
                "alter table job set unlogged",
                "alter table job owner to current_user",
                "alter table job replica identity full",
                "alter table job set schema away",
                "alter table job add column a int, alter column title set statistics 10",
                "alter table part attach partition loose for values from ('2026-03-01') to ('2026-04-01')",
                "alter table part detach partition part_1",
                "alter index job_age rename to job_years",
                "alter trigger seen on job rename to noticed",
                "alter policy all_rows on job using (false)",
                "create index on job (age)",
                "create unique index on job (id, age)",
                "create trigger t after insert on job for each row execute function nothing()",
                "create rule r as on delete to job do instead nothing",
                "create policy p on job using (true)",
                "create statistics s on age, title from job",
                "create table child (id int references job, foreign key (id) references stage)",
                "create table part_2 partition of part for values from ('2026-05-01') to ('2026-06-01')",
                "create table heir () inherits (stage)",
                "create or replace view jobs as select id from job where age > 0",
                "drop table stage",
                "drop view jobs",
                "drop index job_age",
                "drop trigger seen on job",
                "drop policy all_rows on job",
                "drop rule ignore on stage",
                "truncate stage",
                "comment on table job is 'work'",
                "lock table job in share row exclusive mode",
                "lock job",
                "analyze job",
                "cluster job using job_age",
                "reindex table job",
                "refresh materialized view known_jobs",
                "refresh materialized view concurrently known_jobs",
                "insert into job (id, stage_id) values (1, 1)",
                "update job set age = 2",
                "delete from job",
                "with gone as (delete from job returning id) insert into stage select id from gone",
                "merge into job using stage on job.id = stage.id when matched then update set age = 3",
            })
    void areAsPostgresTakesThem(String sql) throws SQLException {
        Classifier classifier = new Classifier();
        Statements.of(TABLES).all().forEach(classifier::learn);
        Effect effect = classifier.classify(Statements.of(sql).all().getFirst());
        Map<String, LockMode> taken = new HashMap<>();
        try (var statement = connection.createStatement()) {
            statement.execute("create schema away");
            Map<String, Integer> tables = new HashMap<>();
            try (ResultSet rows = statement.executeQuery("""
                select relname, oid from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')\
                """)) {
                while (rows.next()) {
                    tables.put(rows.getString(1), rows.getInt(2));
                }
            }
            statement.execute(sql);
            for (var table : tables.entrySet()) {
                strongest(statement, table.getValue(), table.getKey(), taken);
            }
        } finally {
            connection.rollback();
        }
        // What reads a table, and nothing more, is not told.
        taken.values().removeIf(mode -> mode.compareTo(LockMode.ROW_SHARE) <= 0);

        assertThat(effect.locks()).isEqualTo(taken);
        assertThat(effect.what()).isNotBlank();
    }

    private static void strongest(java.sql.Statement statement, int oid, String table, Map<String, LockMode> taken)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "select mode from pg_locks where locktype = 'relation' and pid = pg_backend_pid() and relation = "
                        + oid)) {
            while (rows.next()) {
                LockMode mode = mode(rows.getString(1));
                taken.merge(table, mode, (one, other) -> one.compareTo(other) >= 0 ? one : other);
            }
        }
    }

    /** {@code ShareRowExclusiveLock} as the documentation writes it. */
    private static LockMode mode(String name) {
        return LockMode.valueOf(name.replaceFirst("Lock$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT));
    }
}
