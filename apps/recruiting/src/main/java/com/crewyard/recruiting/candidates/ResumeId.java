package com.crewyard.recruiting.candidates;

/** Identifies one version of a candidate's resume. */
public record ResumeId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
