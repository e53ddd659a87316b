package com.crewyard.deployment.api;

/** A server that cannot be used; the message is one sentence for who asked. */
public final class ServerException extends RuntimeException {

    ServerException(String message) {
        super(message);
    }

    ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
