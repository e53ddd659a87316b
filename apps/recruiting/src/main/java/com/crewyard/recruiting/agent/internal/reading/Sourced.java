package com.crewyard.recruiting.agent.internal.reading;

/**
 * A value and the characters it was read from.
 *
 * @param start offset of the first character
 * @param end offset after the last
 */
public record Sourced<T>(T value, int start, int end) {

    public Sourced {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("%s has no source: %d to %d".formatted(value, start, end));
        }
    }

    /** The words in the text that it came from. */
    public String words(String text) {
        return text.substring(start, end);
    }

    boolean covers(int offset) {
        return start <= offset && offset < end;
    }
}
