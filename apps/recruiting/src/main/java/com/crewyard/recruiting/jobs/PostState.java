package com.crewyard.recruiting.jobs;

import java.util.Locale;

/** Who sees a job's post. */
public enum PostState {
    /** Nobody yet. */
    DRAFT("Draft"),
    /** The world: listed on the careers site. */
    PUBLISHED("Published"),
    /** Whoever has the address; not listed, not for search engines. */
    INTERNAL("Internal"),
    /** Its page says that it is closed. */
    CLOSED("Closed");

    private final String label;

    PostState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PostState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean takesApplications() {
        return this == PUBLISHED || this == INTERNAL;
    }
}
