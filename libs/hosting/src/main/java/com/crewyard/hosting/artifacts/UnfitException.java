package com.crewyard.hosting.artifacts;

/** A target cannot run what the spec asks for; the message says what and what to do. */
public final class UnfitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnfitException(String message) {
        super(message);
    }
}
