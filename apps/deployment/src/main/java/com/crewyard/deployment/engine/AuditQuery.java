package com.crewyard.deployment.engine;

import com.crewyard.deployment.catalog.RefusedException;
import java.util.Optional;

/**
 * Which lines of the audit.
 *
 * @param application of all, when empty
 * @param environment of all, when empty
 * @param before only lines with lower ids
 * @param count how many at most, 1 to 10,000
 */
public record AuditQuery(Optional<String> application, Optional<String> environment, Optional<Long> before, int count) {

    public static final int MOST = 10_000;

    public AuditQuery {
        if (count < 1 || count > MOST) {
            throw RefusedException.input("count is %d; ask for 1 to %d lines.".formatted(count, MOST));
        }
    }
}
