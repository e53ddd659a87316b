package com.crewyard.postgres;

/** The database cannot be used; the message is one sentence that says why and what to do. */
public class DatabaseException extends RuntimeException {

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
