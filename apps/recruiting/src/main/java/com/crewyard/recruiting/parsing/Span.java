package com.crewyard.recruiting.parsing;

/**
 * Characters of a {@link ResumeText}.
 *
 * @param page counted from 1
 * @param start offset of the first character in {@link ResumeText#text()}
 * @param end offset after the last character
 */
public record Span(int page, int start, int end) {

    public Span {
        if (page < 1) {
            throw new IllegalArgumentException("Page is %d, pages count from 1".formatted(page));
        }
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Span from %d to %d is not a span".formatted(start, end));
        }
    }
}
