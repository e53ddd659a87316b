package com.crewyard.deployment.targets;

import org.jspecify.annotations.Nullable;

/** The target cannot do what it was told; the message is one sentence for the operator. */
public class TargetException extends RuntimeException {

    public TargetException(String message) {
        super(message);
    }

    public TargetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
