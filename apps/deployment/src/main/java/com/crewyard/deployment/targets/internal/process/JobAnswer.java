package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.JobStatus;

/** A job's status on its way to the engine. */
record JobAnswer(Kind kind, int code, String ending) {

    enum Kind {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    static JobAnswer of(JobStatus status) {
        return switch (status) {
            case JobStatus.Running _ -> new JobAnswer(Kind.RUNNING, 0, "");
            case JobStatus.Succeeded _ -> new JobAnswer(Kind.SUCCEEDED, 0, "");
            case JobStatus.Failed(int code, String ending) -> new JobAnswer(Kind.FAILED, code, ending);
        };
    }

    JobStatus status() {
        return switch (kind) {
            case RUNNING -> new JobStatus.Running();
            case SUCCEEDED -> new JobStatus.Succeeded();
            case FAILED -> new JobStatus.Failed(code, ending);
        };
    }
}
