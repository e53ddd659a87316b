package com.crewyard.deployment.routing.internal.local;

import java.io.IOException;

/** A message that cannot be carried on without guessing what it means. */
final class BadMessageException extends IOException {

    BadMessageException(String message) {
        super(message);
    }
}
