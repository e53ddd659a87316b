package com.crewyard.deployment.pipelines.internal;

/** What names in conditions and templates stand for. */
public interface Scope {

    /** @throws IllegalArgumentException with a clause that says why there is no such value */
    String value(String path);

    /** Whether all that the stage needs passed or was skipped. */
    boolean good();

    /** Whether something that it needs failed or was not reached. */
    boolean bad();
}
