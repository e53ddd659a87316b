package com.crewyard.hosting;

import java.util.Comparator;

/**
 * Something wrong with a document, and where.
 *
 * @param line counted from 1
 * @param column counted from 1; 0 when the whole line is meant
 */
public record Finding(Severity severity, String file, int line, int column, String message)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::message);

    public static Finding error(String file, int line, String message) {
        return new Finding(Severity.ERROR, file, line, 0, message);
    }

    public static Finding warning(String file, int line, String message) {
        return new Finding(Severity.WARNING, file, line, 0, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line: message}, the form that editors and compilers agree on. */
    @Override
    public String toString() {
        return "%s:%d:%s %s%s"
                .formatted(file, line, column > 0 ? column + ":" : "", isError() ? "" : "warning: ", message);
    }
}
