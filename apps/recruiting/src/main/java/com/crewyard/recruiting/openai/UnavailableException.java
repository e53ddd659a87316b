package com.crewyard.recruiting.openai;

/** The service did not answer in time, refused, or answered with something else than was asked for. */
public final class UnavailableException extends RuntimeException {

    /** @param message a reason for the log, without anything that was sent or answered */
    public UnavailableException(String message) {
        super(message);
    }
}
