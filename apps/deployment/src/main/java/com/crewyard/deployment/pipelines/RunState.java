package com.crewyard.deployment.pipelines;

import java.util.Locale;

/** How far a run is. */
public enum RunState {
    /** Another run of its concurrency group is not over. */
    QUEUED,
    RUNNING,
    PASSED,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return this == PASSED || this == FAILED || this == CANCELLED;
    }

    /** As people read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
