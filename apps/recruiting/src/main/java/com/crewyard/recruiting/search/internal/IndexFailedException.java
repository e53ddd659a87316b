package com.crewyard.recruiting.search.internal;

import org.jspecify.annotations.Nullable;

/** An index cannot be read or written. What it knew is in the database, so nothing is lost. */
public final class IndexFailedException extends RuntimeException {

    private final boolean damaged;

    /** @param damaged whether what is stored is unusable, so that waiting does not help */
    public IndexFailedException(String message, boolean damaged, @Nullable Throwable cause) {
        super(message, cause);
        this.damaged = damaged;
    }

    public boolean isDamaged() {
        return damaged;
    }
}
