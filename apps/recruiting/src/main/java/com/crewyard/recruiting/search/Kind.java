package com.crewyard.recruiting.search;

import java.util.Locale;
import java.util.Optional;

/** What can be found. */
public enum Kind {
    CANDIDATE,
    JOB;

    /** {@code candidate} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> ofCode(String code) {
        for (Kind kind : values()) {
            if (kind.code().equalsIgnoreCase(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
