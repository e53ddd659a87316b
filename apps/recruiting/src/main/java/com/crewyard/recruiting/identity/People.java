package com.crewyard.recruiting.identity;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.internal.Membership;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The people of the organization in scope: invited, joined, given roles, disabled. */
@Service
public class People {

    private final Membership membership;

    People(Membership membership) {
        this.membership = membership;
    }

    /**
     * An invitation, shown once.
     *
     * @param token stands in the link {@code /invitations/{token}}; only its digest is kept
     */
    public record Invitation(User user, String token) {}

    public List<User> all() {
        return membership.all();
    }

    public Optional<User> find(UserId id) {
        return membership.find(id);
    }

    /** The user of a session or token as they are now; empty when gone or disabled. Cached for seconds. */
    public Optional<CurrentUser> current(OrganizationId organization, UserId id) {
        return membership.current(organization, id);
    }

    public Invitation invite(CurrentUser inviter, String email, String fullName, Role role) {
        return membership.invite(inviter, email, fullName, role);
    }

    /** A fresh link for an invitation that was lost or has expired; the earlier one stops working. */
    public Invitation inviteAgain(CurrentUser inviter, UserId id) {
        return membership.inviteAgain(inviter, id);
    }

    /** Whom an open invitation is for; empty when unknown, used or expired. */
    public Optional<User> invited(String token) {
        return membership.invited(token);
    }

    public CurrentUser accept(String token, String fullName, String password) {
        return membership.accept(token, fullName, password);
    }

    /** @throws com.crewyard.kernel.CrewyardException when it would leave no administrator */
    public void changeRole(CurrentUser by, UserId id, Role role) {
        membership.changeRole(by, id, role);
    }

    public void disable(CurrentUser by, UserId id) {
        membership.changeDisabled(by, id, true);
    }

    public void enable(CurrentUser by, UserId id) {
        membership.changeDisabled(by, id, false);
    }
}
