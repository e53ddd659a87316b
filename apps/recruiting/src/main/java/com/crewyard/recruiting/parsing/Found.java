package com.crewyard.recruiting.parsing;

import java.util.List;

/**
 * A value and the evidence for it.
 *
 * @param confidence above 0, at most 1; comparable between values of one field, not a calibrated probability
 * @param sources where it was read, at least one
 */
public record Found<T>(T value, double confidence, List<Span> sources) {

    public Found {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("The value %s has no source".formatted(value));
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence %s is not in (0, 1]".formatted(confidence));
        }
    }
}
