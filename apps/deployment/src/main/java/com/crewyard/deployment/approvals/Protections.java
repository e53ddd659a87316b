package com.crewyard.deployment.approvals;

import com.crewyard.deployment.access.Organizations;
import com.crewyard.deployment.access.Owners;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which environments take the approval of somebody else. They are kept with the engine and not in app specs, for whoever
 * deploys brings the app spec along and could leave the rule out.
 */
public final class Protections {

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Audit audit;

    public Protections(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.organizations = new Organizations(jdbc);
        this.audit = new Audit(jdbc);
    }

    public List<Scope> all() {
        return jdbc.sql("select scope from deploy.protection order by scope")
                .query((row, _) -> new Scope(row.getString("scope")))
                .list();
    }

    public boolean cover(EnvironmentRef environment) {
        List<Scope> scopes = all();
        Owners owners = organizations.owners(scopes);
        return scopes.stream().anyMatch(scope -> scope.covers(environment.toString(), owners));
    }

    /** What is protected already stays so. */
    public void protect(Scope scope, String actor) {
        organizations.requireKnown(List.of(scope));
        jdbc.sql("insert into deploy.protection (scope, set_by) values (?, ?) on conflict do nothing")
                .params(scope.pattern(), actor)
                .update();
        audit.write(List.of(scope.overseen()), actor, "protect", scope.pattern());
    }

    public void release(Scope scope, String actor) {
        int released = jdbc.sql("delete from deploy.protection where scope = ?")
                .param(scope.pattern())
                .update();
        if (released == 0) {
            throw RefusedException.notFound("%s is not protected.".formatted(scope));
        }
        audit.write(List.of(scope.overseen()), actor, "unprotect", scope.pattern());
    }
}
