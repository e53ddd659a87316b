package com.crewyard.deployment.schema;

/** How long a statement takes, and so how long it has its lock at the least. */
enum Hold {
    MOMENT("for a moment"),
    /** As long as the rows take that it changes. */
    ROWS("while its rows are changed"),
    READ("while the table is read"),
    REWRITE("while the table is rewritten");

    private final String words;

    Hold(String words) {
        this.words = words;
    }

    Hold atLeast(Hold other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return words;
    }
}
