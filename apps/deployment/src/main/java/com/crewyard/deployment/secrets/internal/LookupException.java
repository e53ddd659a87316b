package com.crewyard.deployment.secrets.internal;

/** A secret is not to be had; the message is a clause without a value. */
final class LookupException extends Exception {

    LookupException(String clause) {
        super(clause);
    }
}
