package com.crewyard.recruiting.platform.work;

/** The work cannot be done now, for an expected reason; it is tried again later. */
public final class NotYetException extends RuntimeException {

    /** @param reason stands in the log, so nothing about a person */
    public NotYetException(String reason) {
        super(reason);
    }
}
