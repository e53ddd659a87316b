package com.crewyard.cli;

/** What {@code ./crewyard test} does, in this order. */
enum TestStage {
    FORMAT("Formatting"),
    STATIC("Static analysis"),
    UNIT("Tests"),
    E2E("Browser journeys");

    private final String title;

    TestStage(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
