package com.crewyard.recruiting.identity;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** A person of an organization. Without {@code joined} the invitation is still open. */
public record User(
        UserId id,
        OrganizationId organization,
        String email,
        String fullName,
        Role role,
        boolean joined,
        Optional<Instant> disabledAt,
        Optional<Instant> lastLoginAt) {

    public boolean active() {
        return joined && disabledAt.isEmpty();
    }
}
