package com.crewyard.deployment.targets;

/** How far a job is. */
public sealed interface JobStatus {

    record Running() implements JobStatus {}

    record Succeeded() implements JobStatus {}

    /** @param ending one clause: its exit code and what it said last */
    record Failed(String ending) implements JobStatus {}
}
