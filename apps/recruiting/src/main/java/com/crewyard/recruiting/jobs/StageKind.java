package com.crewyard.recruiting.jobs;

import java.util.Locale;

/** What a stage means, whatever an organization calls it. */
public enum StageKind {
    SOURCED,
    APPLIED,
    SCREENING,
    INTERVIEW,
    OFFER,
    /** The last one: entering it hires. */
    HIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StageKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
