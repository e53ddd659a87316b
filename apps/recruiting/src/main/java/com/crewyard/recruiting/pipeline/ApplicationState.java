package com.crewyard.recruiting.pipeline;

import java.util.Locale;

/** What became of an application. */
public enum ApplicationState {
    ACTIVE("Active"),
    HIRED("Hired"),
    REJECTED("Rejected"),
    WITHDRAWN("Withdrawn");

    private final String label;

    ApplicationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ApplicationState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
