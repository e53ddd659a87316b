package com.crewyard.recruiting.parsing.evaluation;

/** What is to be measured against cannot be read; the message says where and why. */
public final class UnreadableTruthException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableTruthException(String message) {
        super(message);
    }

    UnreadableTruthException(String message, Throwable cause) {
        super(message, cause);
    }
}
