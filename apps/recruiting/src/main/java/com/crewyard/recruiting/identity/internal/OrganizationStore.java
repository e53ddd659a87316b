package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations.Changes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class OrganizationStore {

    private static final String SELECT = """
            select organization_id, name, slug, about, website_url, theme_color, logo_sha256, time_zone,
                   demonstration, version
            from identity.organization
            """;

    private final JdbcClient jdbc;

    OrganizationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organization> bySlug(String slug) {
        return jdbc.sql(SELECT + "where slug = ?")
                .param(slug)
                .query(OrganizationStore::read)
                .optional();
    }

    public Organization current() {
        return jdbc.sql(SELECT + "where organization_id = platform.current_organization()")
                .query(OrganizationStore::read)
                .single();
    }

    public List<OrganizationId> all() {
        return jdbc.sql("select id from identity.tenant order by id")
                .query((row, _) -> new OrganizationId(row.getLong(1)))
                .list();
    }

    OrganizationId nextId() {
        return new OrganizationId(jdbc.sql("insert into identity.tenant default values returning id")
                .query(Long.class)
                .single());
    }

    /** False when the slug is taken. */
    boolean insert(OrganizationId id, String name, String slug, boolean demonstration) {
        return jdbc.sql("""
                        insert into identity.organization (organization_id, name, slug, demonstration)
                        values (?, ?, ?, ?)
                        on conflict (slug) do nothing""").params(id.value(), name, slug, demonstration).update() == 1;
    }

    public boolean update(Changes changes) {
        return jdbc.sql("""
                        update identity.organization
                        set name = ?, about = ?, website_url = ?, theme_color = ?, time_zone = ?, version = version + 1
                        where organization_id = platform.current_organization() and version = ?""")
                        .params(changes.name().strip(), changes.about())
                        .param(changes.websiteUrl().orElse(null))
                        .params(changes.themeColor().toLowerCase(Locale.ROOT), changes.timeZone(), changes.version())
                        .update()
                == 1;
    }

    public void updateLogo(Optional<String> sha256) {
        jdbc.sql("""
                        update identity.organization set logo_sha256 = ?, version = version + 1
                        where organization_id = platform.current_organization()""").param(sha256.orElse(null)).update();
    }

    private static Organization read(ResultSet row, int number) throws SQLException {
        return new Organization(
                new OrganizationId(row.getLong("organization_id")),
                row.getString("name"),
                row.getString("slug"),
                row.getString("about"),
                Optional.ofNullable(row.getString("website_url")),
                row.getString("theme_color"),
                Optional.ofNullable(row.getString("logo_sha256")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("demonstration"),
                row.getInt("version"));
    }
}
