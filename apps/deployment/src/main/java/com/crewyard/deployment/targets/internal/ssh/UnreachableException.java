package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.TargetException;

/** The host does not answer for now; a later attempt may find it. */
final class UnreachableException extends TargetException {

    UnreachableException(String message) {
        super(message);
    }
}
