package com.crewyard.recruiting.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.postgres.DatabaseAccess;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.RecruitingTest;
import com.crewyard.recruiting.platform.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Connects as the application's role, without any code of the application in between. */
@RecruitingTest
class RowSecurityTest {

    private static final String TENANT_TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity, c.relforcerowsecurity,
                   exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant') as has_policy
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
            order by 1""";

    private final Recruiting recruiting;
    private final Database database;

    RowSecurityTest(Recruiting recruiting, Database database) {
        this.recruiting = recruiting;
        this.database = database;
    }

    private record TenantTable(String name, boolean secured, boolean forced, boolean hasPolicy) {}

    @Test
    void securesEveryTableThatBelongsToAnOrganization() throws SQLException {
        List<TenantTable> tables = tenantTables();
        assertThat(tables).hasSizeGreaterThan(25).allSatisfy(table -> {
            assertThat(table.secured()).as(table.name()).isTrue();
            assertThat(table.forced()).as(table.name()).isTrue();
            assertThat(table.hasPolicy()).as(table.name()).isTrue();
        });
    }

    @Test
    void showsNoRowOfAnotherOrganizationInAnyTable() throws SQLException {
        long mine = organizationWithData();
        long theirs = organizationWithData();
        try (Connection connection = asApplication(theirs);
                Statement statement = connection.createStatement()) {
            for (TenantTable table : tenantTables()) {
                assertThat(count(
                                statement,
                                "select count(*) from %s where organization_id = %d".formatted(table.name(), mine)))
                        .as(table.name())
                        .isZero();
            }
            assertThat(count(statement, "select count(*) from jobs.job")).isEqualTo(1);
        }
    }

    @Test
    void showsNothingAtAllOutsideOfAnyOrganization() throws SQLException {
        organizationWithData();
        try (Connection connection = asApplication(null);
                Statement statement = connection.createStatement()) {
            for (TenantTable table : tenantTables()) {
                assertThat(count(statement, "select count(*) from " + table.name()))
                        .as(table.name())
                        .isZero();
            }
        }
    }

    @Test
    void neitherWritesNorMovesARowIntoAnotherOrganization() throws SQLException {
        long mine = organizationWithData();
        long theirs = organizationWithData();
        try (Connection connection = asApplication(theirs);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate("update jobs.job set title = 'taken' where organization_id = " + mine))
                    .isZero();
            assertThat(statement.executeUpdate("delete from jobs.job where organization_id = " + mine))
                    .isZero();
            assertThatThrownBy(() -> statement.executeUpdate("update jobs.job set organization_id = " + mine))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void opensOnlyTheRowWhoseKeyIsNamed() throws SQLException {
        recruiting.newOrganization("Key Holders", "key-holder@example.com");
        try (Connection connection = asApplication(null);
                Statement statement = connection.createStatement()) {
            statement.execute("set crewyard.key = 'key-holder@example.com'");
            assertThat(count(statement, "select count(*) from identity.app_user"))
                    .isEqualTo(1);
            statement.execute("set crewyard.key = 'key-holders'");
            assertThat(count(statement, "select count(*) from identity.organization"))
                    .isEqualTo(1);
            assertThat(count(statement, "select count(*) from identity.app_user"))
                    .isZero();
        }
    }

    @Test
    void refusesToRewriteTheJournal() throws SQLException {
        long organization = organizationWithData();
        try (Connection connection = asApplication(organization);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update activity.activity set type = 'nothing.happened'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> statement.executeUpdate("delete from activity.activity"))
                    .hasMessageContaining("append-only");
        }
    }

    private long organizationWithData() {
        Recruiting.Api admin = recruiting.newOrganization();
        long job = admin.post("/api/v1/jobs", Map.of("title", "Baker"))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        long candidate = admin.post("/api/v1/candidates", Map.of("full_name", "Lea Brot"))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        admin.post("/api/v1/applications", Map.of("job_id", job, "candidate_id", candidate))
                .mustBe(201);
        return admin.get("/api/v1/users/me").json().get("org_id").asLong();
    }

    private Connection asApplication(@org.jspecify.annotations.Nullable Long organization) throws SQLException {
        Connection connection = database.access().dedicatedConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + DatabaseAccess.APPLICATION_ROLE);
            if (organization != null) {
                statement.execute("set crewyard.organization = '%d'".formatted(organization));
            }
        }
        return connection;
    }

    private List<TenantTable> tenantTables() throws SQLException {
        List<TenantTable> tables = new ArrayList<>();
        try (Connection connection = database.access().dedicatedConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TENANT_TABLES)) {
            while (rows.next()) {
                tables.add(
                        new TenantTable(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3), rows.getBoolean(4)));
            }
        }
        return tables;
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
