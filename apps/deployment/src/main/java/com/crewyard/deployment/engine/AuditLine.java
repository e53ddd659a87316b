package com.crewyard.deployment.engine;

import java.time.Instant;

/**
 * What somebody did.
 *
 * @param id rises with time; {@link AuditQuery#before} takes it
 * @param application empty when it concerned no environment
 */
public record AuditLine(
        long id, Instant at, String application, String environment, String actor, String action, String details) {}
