package com.crewyard.deployment.access;

/** The caller may not do this. Who may is said; whether what was asked about exists is not. */
public final class DeniedException extends RuntimeException {

    DeniedException(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
