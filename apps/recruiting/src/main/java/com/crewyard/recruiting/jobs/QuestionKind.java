package com.crewyard.recruiting.jobs;

import java.util.Locale;

/** How a question is answered. */
public enum QuestionKind {
    SHORT_TEXT("Short text"),
    LONG_TEXT("Long text"),
    YES_NO("Yes or no"),
    SINGLE_SELECT("One of several"),
    MULTI_SELECT("Any of several"),
    NUMBER("Number"),
    DATE("Date"),
    FILE("File");

    private final String label;

    QuestionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static QuestionKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean hasOptions() {
        return this == SINGLE_SELECT || this == MULTI_SELECT;
    }
}
