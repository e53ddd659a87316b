package com.crewyard.deployment.access;

import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People whom an identity provider vouches for, in teams that it names; what a team may do is said here. */
public final class People {

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Audit audit;

    public People(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.organizations = new Organizations(jdbc);
        this.audit = new Audit(jdbc);
    }

    /** What the people of a team may do. */
    public record TeamGrant(long id, String team, String role, String scope) {}

    /** Somebody signed in; their teams are those that the provider says now, and no others. */
    public Caller signedIn(String issuer, String subject, String wishedName, Collection<String> teams) {
        String name = isFree(wishedName, issuer, subject) ? wishedName : "%s (%s)".formatted(wishedName, subject);
        long id = jdbc.sql("""
                insert into deploy.person (issuer, subject, name, teams)
                values (:issuer, :subject, :name, :teams)
                on conflict (issuer, subject) do update set name = excluded.name, teams = excluded.teams, seen_at = now()
                returning id""")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("name", name)
                .param("teams", teams.toArray(String[]::new))
                .query(Long.class)
                .single();
        return byId(id).orElseThrow();
    }

    public List<TeamGrant> grants() {
        return jdbc.sql("select id, team, role, scope from deploy.team_grant order by team, scope, role")
                .query((row, _) -> new TeamGrant(
                        row.getLong("id"), row.getString("team"), row.getString("role"), row.getString("scope")))
                .list();
    }

    /** What is granted already stays so. */
    public void grant(String team, Role role, Scope scope, String actor) {
        if (team.isBlank() || team.length() > 200) {
            throw RefusedException.input(
                    "team is \"%s\"; give the name that the identity provider has for it.".formatted(team));
        }
        organizations.requireKnown(List.of(scope));
        jdbc.sql("insert into deploy.team_grant (team, role, scope) values (?, ?, ?) on conflict do nothing")
                .params(team.strip(), role.code(), scope.pattern())
                .update();
        audit.write(
                List.of(scope.overseen()),
                actor,
                "grant",
                "%s is %s on %s".formatted(team.strip(), role.code(), scope));
    }

    public void withdraw(long id, String actor) {
        TeamGrant grant =
                grants().stream().filter(given -> given.id() == id).findFirst().orElseThrow(People::gone);
        jdbc.sql("delete from deploy.team_grant where id = ?").param(id).update();
        audit.write(
                List.of(new Scope(grant.scope()).overseen()),
                actor,
                "withdraw",
                "%s is no longer %s on %s".formatted(grant.team(), grant.role(), grant.scope()));
    }

    /** Said of what was withdrawn, and of what somebody may not know to be there. */
    static RefusedException gone() {
        return RefusedException.notFound("That role was taken back already.");
    }

    Optional<Caller> byId(long id) {
        List<Grant> grants = jdbc.sql("""
                select g.role, g.scope from deploy.team_grant g join deploy.person p on g.team = any(p.teams)
                where p.id = ?""")
                .param(id)
                .query((row, _) -> new Grant(Role.ofCode(row.getString("role")), new Scope(row.getString("scope"))))
                .list();
        return jdbc.sql("select name from deploy.person where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(name -> new Caller(
                        Caller.Kind.PERSON,
                        id,
                        name,
                        grants,
                        organizations.owners(grants.stream().map(Grant::scope).toList())));
    }

    /** The audit knows people and tokens by their names. */
    private boolean isFree(String name, String issuer, String subject) {
        return jdbc.sql("""
                select not exists (select 1 from deploy.person
                                   where lower(name) = lower(:name) and (issuer, subject) <> (:issuer, :subject))
                   and not exists (select 1 from deploy.access_token
                                   where lower(name) = lower(:name) and revoked_at is null)""")
                .param("name", name)
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }
}
