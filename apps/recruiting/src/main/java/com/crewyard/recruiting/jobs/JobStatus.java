package com.crewyard.recruiting.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether people are hired for a job. */
public enum JobStatus {
    DRAFT("Draft"),
    OPEN("Open"),
    ON_HOLD("On hold"),
    CLOSED("Closed"),
    ARCHIVED("Archived");

    private final String label;

    JobStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<JobStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    public static String codes() {
        return Arrays.stream(values()).map(JobStatus::code).collect(Collectors.joining(", "));
    }
}
