package com.crewyard.deployment.access;

import com.crewyard.deployment.access.People.TeamGrant;
import java.util.List;

/** Roles of teams for who administers where they count; others do not get to know of them. */
public record GuardedGrants(People people, Guard guard) {

    public List<TeamGrant> grants() {
        return people.grants().stream().filter(this::isOurs).toList();
    }

    public void grant(String team, Role role, Scope scope) {
        people.grant(
                team, role, scope, guard.requireOver(scope, Guard.GIVE_ROLES).name());
    }

    public void withdraw(long id) {
        if (grants().stream().noneMatch(grant -> grant.id() == id)) {
            throw People.gone();
        }
        people.withdraw(id, Callers.current().name());
    }

    private boolean isOurs(TeamGrant grant) {
        return guard.mayOver(new Scope(grant.scope()));
    }
}
