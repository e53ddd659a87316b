package com.crewyard.deployment.targets;

/** How far a job is. */
public sealed interface JobStatus {

    record Running() implements JobStatus {}

    record Succeeded() implements JobStatus {}

    /**
     * @param code its exit code; -1 when it has none, for it was ended or interrupted
     * @param ending one clause: its exit code and what it said last
     */
    record Failed(int code, String ending) implements JobStatus {

        public static final int WITHOUT_CODE = -1;
    }
}
