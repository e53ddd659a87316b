package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Identifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a merge changed, so that it can be undone exactly.
 *
 * @param rows identifiers of the rows that moved, by table
 * @param tags labels that the kept candidate got
 * @param corrections fields whose correction the kept candidate got
 * @param participants what other modules remember, by their name
 */
record MergeMemory(
        State before,
        State after,
        Map<String, List<Long>> rows,
        List<String> tags,
        List<String> corrections,
        Map<String, String> participants) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The kept candidate's record at one moment.
     *
     * @param fields those with a value
     */
    record State(Map<String, String> fields, List<String> edited, List<String> skills, List<Known> identifiers) {

        static State of(Candidate candidate, Collection<Identifier> identifiers) {
            Map<String, String> fields = new TreeMap<>();
            Arrays.stream(CandidateField.values())
                    .forEach(field -> candidate.text(field).ifPresent(text -> fields.put(field.code(), text)));
            return new State(
                    fields,
                    candidate.edited().stream()
                            .map(CandidateField::code)
                            .sorted()
                            .toList(),
                    candidate.skills(),
                    identifiers.stream()
                            .map(identifier -> new Known(identifier.kind(), identifier.value()))
                            .toList());
        }

        List<Identifier> identifiersWithout(State other) {
            return identifiers.stream()
                    .filter(known -> !other.identifiers.contains(known))
                    .map(known -> new Identifier(known.kind(), known.value()))
                    .toList();
        }
    }

    /** An identifier as it is remembered. */
    record Known(Identifier.Kind kind, String value) {}

    String write() {
        return JSON.writeValueAsString(this);
    }

    static MergeMemory read(String json) {
        return JSON.readValue(json, MergeMemory.class);
    }
}
