package com.crewyard.kernel;

final class Identifiers {

    /** The largest integer that JSON clients with IEEE 754 doubles hold exactly (RFC 8259, section 6). */
    private static final long LARGEST = (1L << 53) - 1;

    private Identifiers() {}

    static void requireValid(long value) {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException("identifier %d is outside 1 to %d".formatted(value, LARGEST));
        }
    }
}
