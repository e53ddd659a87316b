package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organizations in the engine's database. */
public final class Organizations implements OrganizationOperations {

    private final JdbcClient jdbc;
    private final Audit audit;

    public Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.audit = new Audit(jdbc);
    }

    @Override
    public void create(String name, String actor) {
        Organization.requireName(name);
        requireUnnamed(name);
        try {
            jdbc.sql("insert into deploy.organization (name, created_by) values (?, ?)")
                    .params(name, actor)
                    .update();
        } catch (DuplicateKeyException _) {
            throw RefusedException.notNow("The organization %s is there already.".formatted(name));
        }
        audit.write(subjects(name), actor, "organization-create", name);
    }

    @Override
    public List<Organization> organizations() {
        return jdbc.sql("""
                select o.name, coalesce(array_agg(b.what order by b.what) filter (where b.what is not null), '{}') as belongings
                from deploy.organization o left join deploy.belonging b on b.organization = o.id
                group by o.name order by o.name""")
                .query((row, _) -> new Organization(row.getString("name"), Arrays.asList((String[])
                        row.getArray("belongings").getArray())))
                .list();
    }

    @Override
    public void delete(String name, String actor) {
        require(name);
        requireUnnamed(name);
        try {
            jdbc.sql("delete from deploy.organization where name = ?")
                    .param(name)
                    .update();
        } catch (DataIntegrityViolationException _) {
            throw RefusedException.notNow(
                    "%s still owns %s; give that to another organization first, or take it out with ./crewyard organization unassign %s APP."
                            .formatted(name, String.join(", ", belongings(name)), name));
        }
        audit.write(subjects(name), actor, "organization-delete", name);
    }

    @Override
    public void assign(String name, String what, String actor) {
        Organization.requireBelonging(what);
        long organization = require(name);
        Optional<String> before =
                Optional.ofNullable(ownersOf(what).organizations().get(what));
        jdbc.sql("""
                insert into deploy.belonging (what, organization) values (?, ?)
                on conflict (what) do update set organization = excluded.organization, since = now()""").params(what, organization).update();
        audit.write(
                before.map(from -> subjects(from, name)).orElseGet(() -> subjects(name)),
                actor,
                "organization-assign",
                before.map(from -> "%s from %s to %s".formatted(what, from, name))
                        .orElse("%s to %s".formatted(what, name)));
    }

    @Override
    public void unassign(String name, String what, String actor) {
        int taken = jdbc.sql("delete from deploy.belonging where what = ? and organization = ?")
                .params(what, require(name))
                .update();
        if (taken == 0) {
            throw RefusedException.notFound("%s does not belong to %s.".formatted(what, name));
        }
        audit.write(subjects(name), actor, "organization-unassign", "%s from %s".formatted(what, name));
    }

    /**
     * A scope on an organization that comes later would wait for whatever that will own.
     *
     * @throws RefusedException when a scope names an organization that is not there
     */
    public void requireKnown(Collection<Scope> scopes) {
        scopes.forEach(scope -> scope.organization().ifPresent(this::require));
    }

    /** Who owns what, as far as these scopes ask. */
    public Owners owners(Collection<Scope> scopes) {
        String[] names = scopes.stream()
                .flatMap(scope -> scope.organization().stream())
                .distinct()
                .toArray(String[]::new);
        return names.length == 0 ? Owners.NONE : owners("o.name = any(?)", names);
    }

    private Owners ownersOf(String what) {
        return owners("b.what = ?", what);
    }

    private Owners owners(String condition, Object parameter) {
        Map<String, String> found = new HashMap<>();
        jdbc.sql("""
                select b.what, o.name from deploy.belonging b join deploy.organization o on o.id = b.organization
                where\s""" + condition).param(parameter).query(row -> {
            found.put(row.getString("what"), row.getString("name"));
        });
        return new Owners(found);
    }

    private static List<String> subjects(String... names) {
        return Stream.of(names).distinct().map(Organization::subject).toList();
    }

    private long require(String name) {
        return jdbc.sql("select id from deploy.organization where name = ?")
                .param(name)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> RefusedException.notFound(
                        "There is no organization %s; ./crewyard organization list shows those there are."
                                .formatted(name)));
    }

    private List<String> belongings(String name) {
        return organizations().stream()
                .filter(organization -> organization.name().equals(name))
                .flatMap(organization -> organization.belongings().stream())
                .toList();
    }

    /** What names one that is gone would count again for the next of that name. */
    private void requireUnnamed(String name) {
        List<String> naming = jdbc.sql("""
                select 'the role ' || role || ' of ' || team from deploy.team_grant
                where split_part(scope, '/', 1) = :organization
                union all select 'the token ' || name from deploy.access_token
                where revoked_at is null and expires_at > now()
                  and exists (select 1 from unnest(scopes) scope where split_part(scope, '/', 1) = :organization)
                union all select 'the protection of ' || scope from deploy.protection
                where split_part(scope, '/', 1) = :organization""")
                .param("organization", Organization.subject(name))
                .query((row, _) -> row.getString(1))
                .list();
        if (!naming.isEmpty()) {
            throw RefusedException.notNow(
                    "%s names @%s still; take that back first.".formatted(String.join(", ", naming), name));
        }
    }
}
