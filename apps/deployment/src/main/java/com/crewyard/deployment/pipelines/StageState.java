package com.crewyard.deployment.pipelines;

import java.util.Locale;

/** How far a stage is. */
public enum StageState {
    /** For stages that it needs. */
    WAITING(false),
    /** Its work may begin. */
    READY(false),
    RUNNING(false),
    PASSED(true),
    FAILED(true),
    /** Its condition did not hold. Stages that need it go on. */
    SKIPPED(true),
    /** A stage that it needs failed. */
    UNREACHED(true),
    CANCELLED(true);

    private final boolean end;

    StageState(boolean end) {
        this.end = end;
    }

    public boolean isEnd() {
        return end;
    }

    /** Whether stages that need it may go on. */
    public boolean isGood() {
        return this == PASSED || this == SKIPPED;
    }

    /** As people and conditions read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
