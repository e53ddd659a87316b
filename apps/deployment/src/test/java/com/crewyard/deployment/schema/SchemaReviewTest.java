package com.crewyard.deployment.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.SqlFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReviewTest {

    private static final SqlFile OLDER = new SqlFile(
            "V1__start.sql", "create table job (id int, title text); create index job_title on job (title);");

    @Test
    void tellsLocksWithTheirLineAndTheBetterWay() {
        SchemaReview review = review("""
            create table note (id int primary key, job_id int);

            create index on job (title);
            update job set title = '';
            """);

        assertThat(review.locks())
                .containsExactly(
                        "V2__next.sql:3 CREATE INDEX on job: SHARE on job while the table is read, blocks writes of job; instead: CREATE INDEX CONCURRENTLY, in a file that runs outside a transaction",
                        "V2__next.sql:4 UPDATE job: ROW EXCLUSIVE on job while its rows are changed, blocks writes of the same rows; instead: in batches, each in a transaction of its own, where the rows are many",
                        "V2__next.sql: 1 other statement blocks nobody");
        assertThat(review.blocks()).isTrue();
        assertThat(review.risks()).isEmpty();
        assertThat(review.unknown()).isEmpty();
    }

    @Test
    void tellsThatALockIsKeptWhileLaterStatementsWork() {
        assertThat(review("alter table job add column age int;\nupdate job set age = 1;\n")
                        .locks())
                .first()
                .asString()
                .isEqualTo(
                        "V2__next.sql:1 ALTER TABLE job: ACCESS EXCLUSIVE on job for a moment, blocks reads and writes of job, and kept until line 2 is through, where a file is one transaction");
        assertThat(review("alter table job add column age int;\ncreate index concurrently on job (age);\n")
                        .locks())
                .first()
                .asString()
                .doesNotContain("kept");
    }

    @Test
    void whatNewTablesGoThroughIsNobodysBusiness() {
        SchemaReview review = review("""
            create table public.note (id int);
            create index on note (id);
            alter table note add column text text not null;
            alter table note rename column text to words;
            insert into note values (1, '');
            delete from note;
            truncate note;
            drop table note;
            """);

        assertThat(review.locks()).containsExactly("V2__next.sql: 8 statements block nobody");
        assertThat(review.risks()).isEmpty();
        assertThat(review.unknown()).isEmpty();
    }

    @Test
    void aTableIsNotNewWhenAnOlderFileMadeIt() {
        assertThat(review("create table if not exists job (id int); drop table job;")
                        .risks())
                .containsExactly("V2__next.sql:1 drops the table job");
    }

    @Test
    void anIndexIsOfTheTableThatAnOlderFileMadeItOn() {
        assertThat(review("drop index job_title;").locks().getFirst()).contains("ACCESS EXCLUSIVE on job for a moment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table job | drops the table job",
                "alter table job drop column title | drops the column title of job",
                "alter table job rename to work | renames job or something of it",
                "alter table job alter column id set not null | has id of job refuse nulls",
                "alter table job alter id type bigint | changes the type of id of job",
                "alter table job add age int not null | adds the column age of job, NOT NULL and without a default, which it does not write",
                "alter table job add unique (id) | has job refuse what is there twice",
                "alter table job add constraint c check (id > 0) not valid | has job refuse rows that do not pass a new check",
                "alter table job add foreign key (id) references stage | has job refuse rows that refer to nothing",
                "drop view jobs | drops the view jobs",
                "drop function f(int, text), g() | drops the function f",
                "drop type mood | drops the type mood",
                "alter type mood add value 'glad' | adds a value to mood, which it may not know when it reads it",
                "alter type mood rename value 'a' to 'b' | renames the type mood or something of it",
                "revoke select on job from web | takes permissions away",
                "truncate job | empties job",
                "delete from job where id = 1 | deletes rows of job",
            })
    void namesWhatAReleaseFromBeforeMayFailAt(String sql, String risk) {
        assertThat(review(sql).risks()).first().asString().isEqualTo("V2__next.sql:1 " + risk);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table job add column age int",
                "alter table job add column age int not null default 0",
                "alter table job add column at timestamptz not null default now()",
                "create table stage (id int)",
                "comment on table job is 'x'",
                "set lock_timeout = '2s'",
                "grant select on job to web",
                "insert into job values (1, 'a') on conflict do nothing",
                "create index concurrently on job (title)",
            })
    void sumsUpWhatNoReleaseFailsAt(String sql) {
        SchemaReview review = review(sql);

        assertThat(review.risks()).isEmpty();
        assertThat(review.unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "do $$ begin drop table job; end $$",
                "call tidy_up()",
                "execute prepared",
                "select tidy_up()",
                "create or replace view jobs as select 1",
                "drop table job cascade",
                "alter system set work_mem = '1MB'",
                "alter table job frobnicate",
                "frobnicate the tables",
                "\\i other.sql",
                "drop operator +(int, int)",
                "explain analyze delete from job",
                "import foreign schema x from server y into z",
                "insert into job values (1, 'open",
            })
    void neverCallsFineWhatItCannotTell(String sql) {
        assertThat(review(sql).unknown()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table job add column at timestamptz default clock_timestamp() | while the table is rewritten,",
                "alter table job add column at timestamptz default now() | for a moment,",
                "alter table job add column key uuid default gen_random_uuid() | while the table is rewritten,",
                "alter table job add column key int default own() | while the table is rewritten (a moment if own() is STABLE or IMMUTABLE)",
                "alter table job add column key bigserial | while the table is rewritten,",
                "alter table job add column key int generated by default as identity | while the table is rewritten,",
                "alter table job add column key int generated always as (id + 1) stored | while the table is rewritten,",
                "alter table job add column key int generated always as (id + 1) virtual | for a moment,",
                "alter table job add column kind varchar(20) not null default 'a' | for a moment,",
                "alter table job alter title type varchar(80) | while the table is rewritten (a moment if it is a varchar that is not longer)",
                "alter table job alter title type text | while the table is rewritten (a moment if it is a varchar)",
                "alter table job alter title type int using 1 | while the table is rewritten,",
                "alter table job alter id set not null | while the table is read (a moment if a valid check says id IS NOT NULL)",
                "alter table job add primary key (id) | while the table is read,",
                "alter table job add constraint k unique using index i | for a moment,",
                "alter table job add constraint c check (id > 0) | while the table is read,",
                "alter table job add constraint c check (id > 0) not valid | for a moment,",
                "vacuum full job | while the table is rewritten,",
            })
    void tellsHowLongItTakes(String sql, String hold) {
        assertThat(review(sql).locks().getFirst()).contains(hold);
    }

    @Test
    void doesNotReadWhatCarriesData() {
        assertThat(review("insert into job values (1);".repeat(50_000)).unknown())
                .containsExactly("V2__next.sql cannot be read to its end: it is larger than 1 MiB");
    }

    @Test
    void keepsThePlanReadable() {
        assertThat(review("alter table job add column a int;".repeat(500)).locks())
                .hasSize(61)
                .last()
                .isEqualTo("and 440 more like these");
    }

    private static SchemaReview review(String sql) {
        return SchemaReview.of(List.of(OLDER), List.of(new SqlFile("V2__next.sql", sql)));
    }
}
