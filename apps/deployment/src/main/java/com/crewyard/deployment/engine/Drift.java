package com.crewyard.deployment.engine;

/**
 * One thing in an environment that is not as the live release wants it.
 *
 * @param subject an instance or an address
 * @param finding in one sentence
 */
public record Drift(Kind kind, String subject, String finding) {

    public enum Kind {
        /** A host that cannot be reached. */
        LOST,
        /** An instance that should run and is not there. */
        MISSING,
        /** An instance that nobody wants. */
        SURPLUS,
        /** An address that nobody answers at. */
        UNREACHABLE
    }
}
