package com.crewyard.recruiting.jobs;

import java.util.List;

/** A question of the application form. */
public record Question(long id, QuestionKind kind, String label, String help, boolean required, List<String> options) {

    public Question {
        options = List.copyOf(options);
    }

    /** The name of its form field. */
    public String field() {
        return "answers[%d]".formatted(id);
    }
}
