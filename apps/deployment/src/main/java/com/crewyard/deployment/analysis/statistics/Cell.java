package com.crewyard.deployment.analysis.statistics;

/**
 * Requests and errors of one instance in one interval.
 *
 * @param instance whose they are; cells of one instance are also looked at together
 */
public record Cell(String instance, long requests, long errors) {

    /** Most requests a cell may hold; the exact tests count in 32 bits. */
    public static final long MOST = 1_000_000_000L;

    public Cell {
        if (requests < 0 || requests > MOST || errors < 0 || errors > requests) {
            throw new IllegalArgumentException(
                    "%d errors of %d requests at %s: errors are between 0 and the requests, which are at most %d"
                            .formatted(errors, requests, instance, MOST));
        }
    }
}
