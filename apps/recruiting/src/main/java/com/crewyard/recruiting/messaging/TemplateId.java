package com.crewyard.recruiting.messaging;

/** Identifies a template. */
public record TemplateId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
