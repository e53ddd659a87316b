package com.crewyard.deployment.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API token, without its secret.
 *
 * @param scopes where its role counts
 */
public record ApiToken(
        long id,
        String name,
        String role,
        List<String> scopes,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> usedAt,
        Optional<Instant> revokedAt) {

    /** What one has to administer in order to know of it. */
    List<String> overseen() {
        return Scope.overseen(scopes.stream().map(Scope::new).toList());
    }

    public boolean isUsable(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
