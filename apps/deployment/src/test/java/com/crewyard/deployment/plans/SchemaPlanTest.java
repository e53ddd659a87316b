package com.crewyard.deployment.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.SqlFile;
import com.crewyard.deployment.catalog.SqlFiles;
import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Composer.Composed;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.Command;
import com.crewyard.deployment.releases.Configuration.MigrationFile;
import com.crewyard.hosting.costs.PriceBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SchemaPlanTest {

    private static final SqlFile FIRST = new SqlFile("V1__start.sql", "create table job (id int);");
    private static final SqlFile HARMLESS = new SqlFile("V2__next.sql", "create table note (id int);");
    private static final SqlFile DROPPING = new SqlFile("V2__next.sql", "alter table job drop column id;");
    private static final SqlFile CALLING = new SqlFile("V3__call.sql", "call tidy_up();");

    @Test
    void saysThatBothReleasesCanLiveWithTheSchema() {
        assertThat(plan(List.of(FIRST), FIRST, HARMLESS).migrations())
                .containsExactly(
                        "expand, before the new instances start and while the old ones work on: ./migrate",
                        "new since release 4: V2__next.sql",
                        "V2__next.sql: 1 statement blocks nobody",
                        "releases 4 and 5 can both live with the schema");
    }

    @Test
    void saysWhatTheFormerReleaseMayFailAtAndWhatCannotBeTold() {
        assertThat(plan(List.of(FIRST), FIRST, DROPPING, CALLING).migrations())
                .containsExactly(
                        "expand, before the new instances start and while the old ones work on: ./migrate",
                        "new since release 4: V2__next.sql, V3__call.sql",
                        "V2__next.sql:1 ALTER TABLE job: ACCESS EXCLUSIVE on job for a moment, blocks reads and writes of job",
                        "V3__call.sql:1 CALL: what it locks cannot be told, for a procedure does what its code says",
                        "without lock_timeout, everybody waits behind a statement that waits for its lock; set migrations.expand.lock_timeout",
                        "release 4 may fail with it: V2__next.sql:1 drops the column id of job",
                        "whether release 4 can live with it cannot be told: V3__call.sql:1 CALL, and a procedure does what its code says");
    }

    @Test
    void tellsFilesThatChangedOrVanishedApartFromDifferences() {
        Plan plan = plan(List.of(FIRST, HARMLESS), DROPPING);

        assertThat(plan.migrations())
                .contains(
                        "no file of SQL is new since release 4",
                        "changed since release 4, which had applied it, so tools refuse it or pass over it: V2__next.sql",
                        "gone since release 4: V1__start.sql");
        assertThat(plan.differences()).isEmpty();
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void anApprovalIsBoundToTheFiles() {
        assertThat(plan(List.of(FIRST), FIRST, DROPPING).hash())
                .isNotEqualTo(plan(List.of(FIRST), FIRST, HARMLESS).hash());
    }

    @Test
    void doesNotTakeEverythingForNewOverAReleaseWithoutAList() {
        Configuration before = wanted(new SqlFiles.Unnamed());
        ObjectNode old = (ObjectNode) CanonicalJson.tree(wanted(new SqlFiles.Read(List.of(FIRST))));
        old.remove("migrations");
        assertThat(CanonicalJson.read(old.toString(), Configuration.class)).isEqualTo(before);
        assertThat(CanonicalJson.of(before)).doesNotContain("migrations");

        assertThat(plan(before, new SqlFiles.Read(List.of(FIRST, DROPPING))).migrations())
                .last()
                .asString()
                .startsWith("which of 2 files of SQL are new cannot be told, nor what they lock and whether release 4");
    }

    @Test
    void saysPlainlyWhatItCannotRead() {
        Configuration before = wanted(new SqlFiles.Unnamed());

        assertThat(plan(before, new SqlFiles.Unnamed()).migrations())
                .last()
                .isEqualTo(
                        "what expand does to the schema cannot be told; migrations.expand.sql may say which files it applies");
        assertThat(plan(before, new SqlFiles.Elsewhere()).migrations())
                .last()
                .isEqualTo(
                        "what expand does to the schema cannot be told; its files lie beside the app spec, which came alone");
    }

    private static Plan plan(List<SqlFile> before, SqlFile... now) {
        return plan(wanted(new SqlFiles.Read(before)), new SqlFiles.Read(List.of(now)));
    }

    private static Plan plan(Configuration before, SqlFiles now) {
        return Planner.plan(
                new Composed(wanted(now), List.of(), Map.of(Configuration.EXPAND, now)),
                new Outlook(
                        5,
                        Optional.of(Wanted.release(4, before)),
                        Optional.empty(),
                        Optional.empty(),
                        PriceBook.shipped(),
                        LocalDate.of(2026, 11, 22)));
    }

    private static Configuration wanted(SqlFiles sql) {
        Configuration base = Wanted.of(Wanted.ONE_HOST, 2, 0.25, 256);
        return new Configuration(
                base.application(),
                base.environment(),
                base.target(),
                base.batch(),
                base.publish(),
                base.router(),
                base.tls(),
                base.services(),
                Map.of(
                        Configuration.EXPAND,
                        new Command("web", List.of("./migrate"), Map.of(), Duration.ofMinutes(30))),
                base.cron(),
                base.databases(),
                base.folders(),
                base.postgres(),
                base.rollout(),
                sql instanceof SqlFiles.Read(List<SqlFile> all)
                        ? Map.of(
                                Configuration.EXPAND,
                                all.stream().map(MigrationFile::of).toList())
                        : Map.of());
    }
}
