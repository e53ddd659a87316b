package com.crewyard.recruiting.messaging;

/** Identifies a message. */
public record MessageId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
