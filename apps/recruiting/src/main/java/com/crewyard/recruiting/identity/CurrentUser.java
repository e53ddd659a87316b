package com.crewyard.recruiting.identity;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.activity.Actor;

/** The person who makes the request, as they are in the database now. */
public record CurrentUser(UserId id, OrganizationId organization, Role role, String email, String fullName) {

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /** As the journal names them. */
    public Actor actor() {
        return Actor.user(id, fullName);
    }

    /** @throws CrewyardException of class {@link Problem#FORBIDDEN} */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw CrewyardException.of(
                    Problem.FORBIDDEN,
                    "The role %s does not allow this; ask an administrator of your organization."
                            .formatted(role.code()));
        }
    }
}
