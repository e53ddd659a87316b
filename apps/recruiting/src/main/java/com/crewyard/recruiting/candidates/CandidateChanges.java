package com.crewyard.recruiting.candidates;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Fields to set or clear; a field that is not mentioned stays as it is. */
public record CandidateChanges(Map<CandidateField, Optional<String>> values) {

    public static final CandidateChanges NONE = new CandidateChanges(Map.of());

    public CandidateChanges {
        values = Map.copyOf(values);
    }

    /** Clears the field when the text is blank. */
    public CandidateChanges with(CandidateField field, String text) {
        return with(field, Optional.of(text));
    }

    /** Clears the field when the value is empty or blank. */
    public CandidateChanges with(CandidateField field, Optional<String> text) {
        Map<CandidateField, Optional<String>> extended = new EnumMap<>(CandidateField.class);
        extended.putAll(values);
        extended.put(field, text.map(CandidateChanges::storable).filter(stripped -> !stripped.isEmpty()));
        return new CandidateChanges(extended);
    }

    /** PostgreSQL keeps every character but NUL. */
    private static String storable(String text) {
        return text.replace("\0", "").strip();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
